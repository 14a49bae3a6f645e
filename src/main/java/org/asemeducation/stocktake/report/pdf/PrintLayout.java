package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.ScriptRun;

/**
 * How the pages of a document are laid out.
 */
enum PrintLayout {

	/** Upright, with a cover and contents. */
	REPORT("A4"),

	/** Upright, the text right below the title. */
	TEXT("A4"),

	/** Broad, for tables. */
	TABLE("A4 landscape");

	private static final String RULES = rules();

	private final String size;

	PrintLayout(String size) {
		this.size = size;
	}

	/** The style sheet of a document. */
	String style(Document document) {
		String head = (this == TEXT) ? ""
				: """
						@top-left { font-family: 'Noto Sans', 'Noto Sans SC', 'Noto Sans KR', 'Noto Sans JP'; font-size: 8pt; color: #4d5b6a; vertical-align: bottom; padding-bottom: 4mm; white-space: nowrap; content: "%s"; }
						"""
					.formatted(quoted(document.title() + " · " + document.subtitle()));
		return """
				@page { size: %s; margin: 24mm 18mm 22mm;
				%s@bottom-left { font-family: 'Noto Sans', 'Noto Sans SC'; font-size: 8pt; color: #4d5b6a; vertical-align: top; padding-top: 6mm; white-space: nowrap; content: "%s"; } }
				"""
			.formatted(this.size, head, quoted(document.edition()))
				+ RULES
				+ ((this == REPORT)
						? ".cover { page-break-after: always; padding-top: 60mm; }\nh2.chapter { page-break-before: always; }\n"
						: ".cover { margin-bottom: 6mm; }\n");
	}

	/** Words that have to be drawn cannot stand in a margin. */
	private static String quoted(String text) {
		return ScriptRun.of(text)
			.stream()
			.filter((run) -> !ShapedWord.isNeeded(run.script()))
			.map(ScriptRun::text)
			.collect(Collectors.joining())
			.replace("\\", "")
			.replace('"', '”')
			.replaceAll("[<&\\s]+", " ");
	}

	private static String rules() {
		String widths = IntStream.rangeClosed(1, 20)
			.mapToObj((step) -> ".of-%1$d { width: %1$d%%; }\n".formatted(5 * step))
			.collect(Collectors.joining());
		try (InputStream file = PrintLayout.class.getResourceAsStream("/templates/report/print.css")) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8) + widths;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
