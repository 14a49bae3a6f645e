package org.asemeducation.stocktake.report.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.model.Update;

/**
 * What a fact sheet shows beside its texts.
 */
final class Shown {

	/** Of one initiative: a fact sheet is a page or two. */
	static final int MOST_PICTURES = 6;

	private Shown() {
	}

	static Block[] pictures(Update update) {
		return printed(update).map(Shown::illustration).toArray(Block[]::new);
	}

	/** What is neither printed as a picture nor quoted. */
	static Stream<Update.Medium> others(Update update) {
		List<Update.Medium> printed = printed(update).toList();
		return update.media().stream().filter((it) -> !it.isQuoted() && printed.stream().noneMatch((one) -> one == it));
	}

	private static Stream<Update.Medium> printed(Update update) {
		return update.media().stream().filter((it) -> it.picture() != null && !it.isQuoted()).limit(MOST_PICTURES);
	}

	private static Block illustration(Update.Medium medium) {
		String caption = Objects.requireNonNullElse(medium.caption(), "");
		String credit = (medium.credit() != null) ? "(%s)".formatted(medium.credit()) : "";
		return new Illustration(Objects.requireNonNull(medium.picture()),
				Objects.requireNonNullElse(medium.alternative(), caption),
				Outlook.link((caption + " " + credit).strip(), medium.link()));
	}

	static Block[] quotes(Update update) {
		return update.media().stream().filter(Update.Medium::isQuoted).map(Shown::quote).toArray(Block[]::new);
	}

	private static Block quote(Update.Medium medium) {
		String source = Stream.of(medium.speaker(), medium.role())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
		String link = medium.link();
		return new Quote(Objects.requireNonNull(medium.words()), Outlook.link(source.isEmpty() ? link : source, link));
	}

}
