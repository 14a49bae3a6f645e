package org.asemeducation.stocktake.report.docx;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.report.model.TemplateSource;
import org.jspecify.annotations.Nullable;

/**
 * The parts around the text of a Word file: the house's, or those of a template in their
 * place.
 *
 * @param frameName the house's frame of the text
 * @param template the look that takes the place of the house's, if any
 */
record Look(String frameName, @Nullable WordLook template) {

	private static final Map<String, String> HOUSE = house();

	/** The width between the house's margins, in twentieths of a point. */
	private static final int UPRIGHT = 9638;

	private static final int ACROSS = 14_560;

	private static final Pattern SECTION = Pattern.compile("<w:sectPr.*</w:sectPr>", Pattern.DOTALL);

	private static final Pattern MARGINS = Pattern.compile("[^\n]*\"/?(?:word/)?(?:header|footer)\\.xml\"[^\n]*\n");

	/**
	 * The look of a version.
	 * @param sha256 of its template, if any
	 */
	static Look of(String frameName, @Nullable String sha256, TemplateSource templates) {
		return new Look(frameName, (sha256 != null) ? templates.read(sha256).map(WordLook::of).orElse(null) : null);
	}

	private static Map<String, String> house() {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", "content-types.xml");
		parts.put("_rels/.rels", "package.rels");
		parts.put("docProps/core.xml", "core.xml");
		parts.put("docProps/app.xml", "app.xml");
		parts.put("word/styles.xml", "styles.xml");
		parts.put("word/numbering.xml", "numbering.xml");
		parts.put("word/settings.xml", "settings.xml");
		parts.put("word/header.xml", "header.xml");
		parts.put("word/footer.xml", "footer.xml");
		return parts;
	}

	Map<String, byte[]> parts() {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		HOUSE.forEach((name, file) -> parts.put(name, WordFile.template(file)));
		if (this.template != null) {
			parts.remove("word/header.xml");
			parts.remove("word/footer.xml");
			parts.putAll(this.template.parts());
			parts.put("[Content_Types].xml",
					MARGINS.matcher(house("content-types.xml"))
						.replaceAll("")
						.replace("</Types>", this.template.types() + "</Types>")
						.getBytes(StandardCharsets.UTF_8));
		}
		return parts;
	}

	/** What stands before and behind the text. */
	String[] frame() {
		String frame = house(this.frameName);
		if (this.template != null) {
			frame = SECTION.matcher(frame).replaceAll(Matcher.quoteReplacement(page(this.template).section()));
		}
		return frame.split("\\{body}");
	}

	String relationships() {
		String house = house("document.xml.rels");
		return (this.template == null) ? house
				: MARGINS.matcher(house)
					.replaceAll("")
					.replace("</Relationships>", this.template.relationships() + "</Relationships>");
	}

	int width() {
		if (this.template == null) {
			return isAcross() ? ACROSS : UPRIGHT;
		}
		return page(this.template).width();
	}

	private WordLook.Page page(WordLook look) {
		return isAcross() ? look.across() : look.upright();
	}

	/** Of the annex. */
	private boolean isAcross() {
		return this.frameName.equals("annex.xml");
	}

	private static String house(String name) {
		return new String(WordFile.template(name), StandardCharsets.UTF_8);
	}

}
