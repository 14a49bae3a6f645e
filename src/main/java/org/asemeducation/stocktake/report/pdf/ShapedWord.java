package org.asemeducation.stocktake.report.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.asemeducation.stocktake.report.document.Script;

/**
 * A word in a script whose letters change with their neighbours, as an outline: no
 * library that writes PDF shapes them, the JDK does.
 *
 * @param outline in ems, the baseline at 0
 * @param bounds of the outline and of the room that the word takes
 */
record ShapedWord(Shape outline, Rectangle2D bounds) {

	private static final Map<Script, String> FONTS = Map.of(Script.THAI, "NotoSansThai-Regular", Script.LAO,
			"NotoSansLao-Regular", Script.KHMER, "NotoSansKhmer-Regular", Script.BURMESE, "NotoSansMyanmar-Regular",
			Script.HINDI, "NotoSansDevanagari-Regular", Script.BENGALI, "NotoSansBengali-Regular", Script.ARABIC,
			"NotoSansArabic-Regular", Script.HEBREW, "NotoSansHebrew-Regular");

	private static final Map<Script, Font> LOADED = new ConcurrentHashMap<>();

	private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

	/** Whether words of this script have to be shaped. */
	static boolean isNeeded(Script script) {
		return FONTS.containsKey(script);
	}

	/**
	 * Shapes a word.
	 * @return nothing when the font lacks one of its letters, or the machine lacks what
	 * the JDK needs to shape
	 */
	static Optional<ShapedWord> of(String word, Script script) {
		try {
			return shaped(word, script);
		}
		catch (InternalError | LinkageError ex) {
			return Optional.empty();
		}
	}

	private static Optional<ShapedWord> shaped(String word, Script script) {
		Font font = LOADED.computeIfAbsent(script, ShapedWord::load);
		if (font.canDisplayUpTo(word) != -1) {
			return Optional.empty();
		}
		boolean leftwards = script.setting() == Script.Setting.RIGHT_TO_LEFT;
		GlyphVector glyphs = font.layoutGlyphVector(EXACT, word.toCharArray(), 0, word.length(),
				leftwards ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
		Shape outline = glyphs.getOutline();
		double advance = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
		Rectangle2D room = new Rectangle2D.Double(Math.min(0, advance), -0.75, Math.abs(advance), 0.95);
		return Optional.of(new ShapedWord(outline, room.createUnion(outline.getBounds2D())));
	}

	private static Font load(Script script) {
		try (InputStream file = PrintFont.open(FONTS.get(script))) {
			return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(1f);
		}
		catch (IOException | FontFormatException ex) {
			throw new IllegalStateException("The font for " + script + " cannot be read.", ex);
		}
	}

}
