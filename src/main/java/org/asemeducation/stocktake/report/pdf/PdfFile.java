package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.html.PrintedPages;
import org.asemeducation.stocktake.report.html.PrintedPages.Piece;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.asemeducation.stocktake.report.pdf.RenderedPart.Place;

import org.springframework.util.FileSystemUtils;

/**
 * Writes a document as PDF: its text in parts, each a file; then, when the page of every
 * section is known, what stands before it; then all of them as one.
 */
final class PdfFile {

	/** Of fact sheets in a part: what fits well into memory. */
	private static final int LARGEST_PART = 60;

	private static final int MOST_ATTEMPTS = 5;

	private static final String LEFT_OUT = "This file cannot show all letters of the text: each “?” in a box of its own stands for one. The Word file has them all.";

	private final Document document;

	private final PrintedPages pages;

	private final boolean contents;

	private final List<RenderedPart> parts = new ArrayList<>();

	private boolean leftOut;

	static {
		XRLog.setLoggerImpl(new Slf4jLogger());
		XRLog.setLoggingEnabled(false);
	}

	private PdfFile(Document document, PictureSource pictures, PrintLayout layout) {
		this.document = document;
		this.pages = new PrintedPages(document, pictures, layout.style(document));
		this.contents = layout == PrintLayout.REPORT;
	}

	static void write(Document document, PictureSource pictures, PrintLayout layout, OutputStream out)
			throws IOException {
		Path folder = Files.createTempDirectory("stocktake-pdf");
		try {
			new PdfFile(document, pictures, layout).write(folder, out);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private void write(Path folder, OutputStream out) throws IOException {
		List<List<Piece>> flow = parts(this.pages.pieces());
		Path front = folder.resolve("front.pdf");
		int skipped = this.contents ? 0 : 1;
		for (int number = skipped; number < flow.size(); number++) {
			this.parts.add(part(flow.get(number), folder.resolve(number + ".pdf")));
		}
		RenderedPart first = this.contents ? front(folder.resolve("trial.pdf"), front) : titled(flow.get(0), front);
		this.parts.add(0, first);
		new FinishedPdf(this.document, this.pages, this.parts).write(this.contents, out);
	}

	private RenderedPart part(List<Piece> pieces, Path file) throws IOException {
		PrintLetters letters = new PrintLetters();
		String page = this.pages.page(pieces, "", letters);
		this.leftOut |= letters.hasLeftOut();
		return RenderedPart.of(page, letters, file);
	}

	/** Title and text on the same pages. */
	private RenderedPart titled(List<Piece> pieces, Path file) throws IOException {
		PrintLetters trial = new PrintLetters();
		this.pages.page(pieces, this.pages.title(null, trial), trial);
		this.leftOut |= trial.hasLeftOut();
		PrintLetters letters = new PrintLetters();
		String title = this.pages.title(this.leftOut ? LEFT_OUT : null, letters);
		return RenderedPart.of(this.pages.page(pieces, title, letters), letters, file);
	}

	/**
	 * Cover and contents, until they have as many pages as the numbers in them say: a
	 * number may break a line, and that a page.
	 */
	private RenderedPart front(Path trial, Path file) throws IOException {
		int pages = front(trial, numbers(0)).pages();
		for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
			Files.deleteIfExists(file);
			RenderedPart front = front(file, numbers(pages));
			if (front.pages() == pages) {
				return front;
			}
			pages = front.pages();
		}
		throw new IllegalStateException(
				"The contents of %s have another number of pages each time.".formatted(this.document.title()));
	}

	/** Where each section begins when so many pages stand before all parts. */
	private Map<String, Integer> numbers(int pages) {
		Map<String, Integer> numbers = new HashMap<>();
		int before = pages;
		for (RenderedPart part : this.parts) {
			for (Map.Entry<String, Place> place : part.places().entrySet()) {
				numbers.put(place.getKey(), before + place.getValue().page() + 1);
			}
			before += part.pages();
		}
		return numbers;
	}

	private RenderedPart front(Path file, Map<String, Integer> numbers) throws IOException {
		PrintLetters letters = new PrintLetters();
		String title = this.pages.title(this.leftOut ? LEFT_OUT : null, letters);
		String front = title + this.pages.contents(numbers, letters);
		return RenderedPart.of(this.pages.page(List.of(), front, letters), letters, file);
	}

	private static List<List<Piece>> parts(List<Piece> pieces) {
		List<List<Piece>> parts = new ArrayList<>();
		int from = 0;
		int sheets = 0;
		for (int at = 0; at < pieces.size(); at++) {
			if (pieces.get(at).isStart() && ++sheets > LARGEST_PART && at > from) {
				parts.add(pieces.subList(from, at));
				from = at;
				sheets = 1;
			}
		}
		parts.add(pieces.subList(from, pieces.size()));
		return parts;
	}

}
