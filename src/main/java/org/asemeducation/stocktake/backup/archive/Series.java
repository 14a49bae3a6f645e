package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A page, or as many as its rows need, each with links to its neighbours. None is begun
 * before there is something to write.
 */
final class Series implements AutoCloseable {

	private final Shelf shelf;

	private final String path;

	private final String title;

	private final String trail;

	private @Nullable Sheet sheet;

	private int number;

	private boolean goesOn;

	Series(Shelf shelf, String path, String title, String trail) {
		this.shelf = shelf;
		this.path = path;
		this.title = title;
		this.trail = trail;
	}

	Sheet page() throws IOException {
		Sheet page = this.sheet;
		if (this.goesOn && page != null) {
			page.markup().tag("<p><a href=\"%s\">Next page</a></p>\n", page.to(path(this.number + 1)));
			page.close();
			page = null;
		}
		if (page == null) {
			this.goesOn = false;
			this.number++;
			page = new Sheet(this.shelf, path(this.number),
					(this.number > 1) ? "%s, page %d".formatted(this.title, this.number) : this.title, this.trail);
			if (this.number > 1) {
				page.markup().tag("<p><a href=\"%s\">Page before</a></p>\n", page.to(path(this.number - 1)));
			}
			this.sheet = page;
		}
		return page;
	}

	/** What is written next stands on another page. */
	void next() {
		this.goesOn = true;
	}

	void note(Map<String, String> links) {
		if (this.sheet != null) {
			links.put(this.path, this.title);
		}
	}

	private String path(int of) {
		return (of == 1) ? this.path : this.path.replace(".html", "-%d.html".formatted(of));
	}

	@Override
	public void close() throws IOException {
		if (this.sheet != null) {
			this.sheet.close();
		}
	}

}
