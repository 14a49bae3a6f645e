package org.asemeducation.stocktake.report.model;

import java.io.IOException;
import java.text.Normalizer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Text as every format can carry it: composed (NFC), line ends as line feeds, without the
 * characters that XML 1.0 forbids, which would make a whole Word file unreadable.
 */
public final class CleanText extends StdScalarDeserializer<String> {

	CleanText() {
		super(String.class);
	}

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
		return of(super._parseString(parser, context, this));
	}

	/**
	 * Cleans a text.
	 * @param text as typed
	 * @return the same words, without white space around them
	 */
	public static String of(String text) {
		StringBuilder clean = new StringBuilder(text.length());
		text.replace("\r\n", "\n").codePoints().forEach((character) -> {
			if (character == '\r' || character == 0x85 || character == 0x2028 || character == 0x2029) {
				clean.append('\n');
			}
			else if (character == '\t') {
				clean.append(' ');
			}
			else if (isAllowed(character)) {
				clean.appendCodePoint(character);
			}
		});
		return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
	}

	private static boolean isAllowed(int character) {
		boolean control = character < 0x20 && character != '\n' || character >= 0x7F && character < 0xA0;
		boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
		boolean none = (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
		return !control && !surrogate && !none;
	}

}
