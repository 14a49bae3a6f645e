package org.asemeducation.stocktake.report.docx;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import org.asemeducation.stocktake.report.document.Script;
import org.asemeducation.stocktake.report.document.ScriptRun;

/**
 * Writes runs of WordprocessingML; every text is escaped and set in the font and language
 * of its script.
 */
final class WordXml {

	private static final Map<Script, String> PROPERTIES = Map.ofEntries(
			Map.entry(Script.GREEK, "<w:lang w:val=\"el-GR\"/>"),
			Map.entry(Script.CHINESE, eastAsian("Microsoft YaHei", "zh-CN")),
			Map.entry(Script.JAPANESE, eastAsian("Yu Gothic", "ja-JP")),
			Map.entry(Script.KOREAN, eastAsian("Malgun Gothic", "ko-KR")),
			Map.entry(Script.THAI, complex("Leelawadee UI", "cs", "th-TH")),
			Map.entry(Script.LAO, complex("Leelawadee UI", "cs", "lo-LA")),
			Map.entry(Script.KHMER, complex("Leelawadee UI", "cs", "km-KH")),
			Map.entry(Script.BURMESE, complex("Myanmar Text", "cs", "my-MM")),
			Map.entry(Script.HINDI, complex("Nirmala UI", "cs", "hi-IN")),
			Map.entry(Script.BENGALI, complex("Nirmala UI", "cs", "bn-BD")),
			Map.entry(Script.ARABIC, complex("Arial", "rtl", "ar-SA")),
			Map.entry(Script.HEBREW, complex("Arial", "rtl", "he-IL")));

	private final Writer out;

	WordXml(Writer out) {
		this.out = out;
	}

	/** Our own markup; each {@code %s} is replaced by an escaped argument. */
	WordXml tag(String markup, Object... values) throws IOException {
		Object[] escaped = new Object[values.length];
		for (int i = 0; i < values.length; i++) {
			escaped[i] = escape(String.valueOf(values[i]));
		}
		this.out.write((values.length != 0) ? markup.formatted(escaped) : markup);
		return this;
	}

	/** A text in ordinary runs. */
	WordXml text(String text) throws IOException {
		return text(text, "");
	}

	/**
	 * A text in runs of a character style.
	 * @param style the style's id; empty for none
	 */
	WordXml text(String text, String style) throws IOException {
		for (ScriptRun run : ScriptRun.of(text)) {
			this.out.write("<w:r>");
			String properties = (style.isEmpty() ? "" : "<w:rStyle w:val=\"%s\"/>".formatted(style))
					+ PROPERTIES.getOrDefault(run.script(), "");
			if (!properties.isEmpty()) {
				this.out.write("<w:rPr>" + properties + "</w:rPr>");
			}
			String[] lines = run.text().split("\n", -1);
			for (int i = 0; i < lines.length; i++) {
				if (i != 0) {
					this.out.write("<w:br/>");
				}
				if (!lines[i].isEmpty()) {
					tag("<w:t xml:space=\"preserve\">%s</w:t>", lines[i]);
				}
			}
			this.out.write("</w:r>");
		}
		return this;
	}

	/** A field with the result it has until Word works it out anew. */
	WordXml field(String instruction, String result) throws IOException {
		tag("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> %s </w:instrText>"
				+ "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", instruction);
		if (!result.isEmpty()) {
			text(result);
		}
		return tag("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
	}

	/**
	 * Opens a paragraph; one that begins in a script from right to left runs that way.
	 */
	WordXml open(String style, String text) throws IOException {
		boolean rightToLeft = ScriptRun.of(text)
			.stream()
			.filter((it) -> it.script() != Script.LATIN || it.text().chars().anyMatch(Character::isLetter))
			.findFirst()
			.filter((it) -> it.script().setting() == Script.Setting.RIGHT_TO_LEFT)
			.isPresent();
		return tag("<w:p><w:pPr><w:pStyle w:val=\"%s\"/>" + (rightToLeft ? "<w:bidi/>" : "") + "</w:pPr>", style);
	}

	/** Opens a heading without the rule that its style may have above it. */
	WordXml openWithoutRule(String style) throws IOException {
		return tag("<w:p><w:pPr><w:pStyle w:val=\"%s\"/><w:pBdr><w:top w:val=\"nil\"/></w:pBdr>"
				+ "<w:spacing w:before=\"200\" w:after=\"80\"/></w:pPr>", style);
	}

	WordXml close() throws IOException {
		return tag("</w:p>\n");
	}

	static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	private static String eastAsian(String font, String language) {
		return "<w:rFonts w:eastAsia=\"%s\" w:hint=\"eastAsia\"/><w:lang w:eastAsia=\"%s\"/>".formatted(font, language);
	}

	private static String complex(String font, String kind, String language) {
		return "<w:rFonts w:cs=\"%s\"/><w:%s/><w:lang w:bidi=\"%s\"/>".formatted(font, kind, language);
	}

}
