package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.asemeducation.stocktake.report.document.Script;

/**
 * The fonts that are shipped, all of them Noto: what they have decides what a PDF can
 * show.
 */
enum PrintFont {

	/** Latin, Greek and Cyrillic. */
	SANS("Noto Sans", "NotoSans-Regular"),

	/** The same, bold. */
	BOLD("Noto Sans", "NotoSans-Bold"),

	/** Chinese. */
	CHINESE("Noto Sans SC", "NotoSansSC-Regular"),

	/** Kana, and Chinese signs as Japanese writes them. */
	JAPANESE("Noto Sans JP", "NotoSansJP-Regular"),

	/** Hangul. */
	KOREAN("Noto Sans KR", "NotoSansKR-Regular"),

	/** Arrows, mathematical signs, boxes. */
	SIGNS("Noto Sans Math", "NotoSansMath-Regular"),

	/** Pictographs. */
	PICTOGRAPHS("Noto Sans Symbols2", "NotoSansSymbols2-Regular");

	private static final List<PrintFont> ORDER = List.of(SANS, SIGNS, PICTOGRAPHS, CHINESE, KOREAN, JAPANESE);

	private static final Map<Script, List<PrintFont>> FIRST = Map.of(Script.CHINESE, List.of(CHINESE), Script.JAPANESE,
			List.of(JAPANESE, CHINESE), Script.KOREAN, List.of(KOREAN, CHINESE));

	private static final Map<PrintFont, CmapLookup> LETTERS = new EnumMap<>(PrintFont.class);

	private final String family;

	private final String file;

	PrintFont(String family, String file) {
		this.family = family;
		this.file = file;
	}

	/** The font that shows a letter in a text of a script. */
	static Optional<PrintFont> of(int letter, Script script) {
		for (List<PrintFont> fonts : List.of(FIRST.getOrDefault(script, List.of()), ORDER)) {
			for (PrintFont font : fonts) {
				if (font.has(letter)) {
					return Optional.of(font);
				}
			}
		}
		return Optional.empty();
	}

	String family() {
		return this.family;
	}

	InputStream open() {
		return open(this.file);
	}

	static InputStream open(String file) {
		return Objects.requireNonNull(PrintFont.class.getResourceAsStream("/fonts/" + file + ".ttf"), file);
	}

	private boolean has(int letter) {
		synchronized (LETTERS) {
			return LETTERS.computeIfAbsent(this, PrintFont::letters).getGlyphId(letter) != 0;
		}
	}

	private static CmapLookup letters(PrintFont font) {
		try (InputStream file = font.open()) {
			return new TTFParser().parse(new RandomAccessReadBuffer(file)).getUnicodeCmapLookup();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
