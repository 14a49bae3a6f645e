package org.asemeducation.stocktake.report.document;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.model.Update;

/**
 * What a fact sheet shows beside its texts.
 */
final class Shown {

	private Shown() {
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
