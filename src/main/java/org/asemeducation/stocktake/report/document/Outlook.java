package org.asemeducation.stocktake.report.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * What coordinators plan, and where there is more to read.
 */
class Outlook {

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private final TableNumbers tables;

	Outlook(TableNumbers tables) {
		this.tables = tables;
	}

	List<Block> plans(Initiative initiative, Update update) {
		if (update.plans().isEmpty()) {
			return List.of();
		}
		return List.of(this.tables.table(initiative.id() + ": plans for the next two years",
				List.of(Column.of("Activity", 35), Column.of("When", 15), Column.of("Expected output", 25),
						Column.of("Expected result", 25)),
				update.plans()
					.stream()
					.map((it) -> List.of(Phrase.of(it.activity()), Phrase.of(it.when()), Phrase.of(it.output()),
							Phrase.of(it.result())))
					.toList()));
	}

	List<Block> documents(Initiative initiative) {
		List<Phrase> items = new ArrayList<>();
		Update update = initiative.update();
		if (update != null) {
			update.links().forEach((it) -> items.add(link(it.title(), it.url())));
			Shown.others(update).forEach((it) -> items.add(medium(it)));
		}
		List<String> known = items.stream().map(Phrase::target).filter(Objects::nonNull).toList();
		initiative.links().stream().filter((it) -> !known.contains(it)).forEach((it) -> items.add(link(null, it)));
		return items.isEmpty() ? List.of() : List.of(new Bullets(items));
	}

	private static Phrase medium(Update.Medium medium) {
		String caption = Stream.of(medium.caption(), medium.alternative())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" – "));
		String credit = (medium.credit() != null) ? " (%s)".formatted(medium.credit()) : "";
		return link(Words.of(medium.kind()) + (caption.isEmpty() ? "" : ": " + caption) + credit, medium.link());
	}

	static Phrase link(@Nullable String title, @Nullable String url) {
		if (url == null || leads(url)) {
			return new Phrase((title != null) ? title : Objects.requireNonNullElse(url, ""), url);
		}
		return Phrase.of((title != null) ? title + " – " + url : url);
	}

	/** Anything else than a sound web address stays text and leads nowhere. */
	private static boolean leads(String url) {
		try {
			URI address = new URI(url);
			return address.getHost() != null && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
