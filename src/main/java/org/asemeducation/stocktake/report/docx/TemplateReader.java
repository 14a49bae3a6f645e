package org.asemeducation.stocktake.report.docx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.report.docx.WordLook.Page;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Takes the look of a report out of a template. What stands in its text is not read.
 */
final class TemplateReader {

	private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

	private static final String RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	/** Less than nine centimetres, or more than a metre, is no page for a report. */
	private static final int NARROWEST = 5_100;

	private static final int WIDEST = 31_680;

	/** Fields that fetch something from elsewhere. */
	private static final Pattern FETCHES = Pattern
		.compile("(?i).*\\b(DDE|DDEAUTO|INCLUDE\\w*|LINK|IMPORT|DATABASE)\\b.*", Pattern.DOTALL);

	private final TemplateParts template;

	private final Map<String, byte[]> parts = new LinkedHashMap<>();

	private final StringBuilder types = new StringBuilder();

	private final StringBuilder relationships = new StringBuilder();

	private final TemplateStyles styles;

	TemplateReader(TemplateParts template) {
		this.template = template;
		this.styles = new TemplateStyles(xml("word/styles.xml"));
	}

	WordLook read() {
		this.styles.require();
		Element section = section();
		this.parts.put("word/styles.xml", this.styles.complete());
		if (this.template.part("word/_rels/numbering.xml.rels").isPresent()) {
			throw new IllegalArgumentException("Its lists have pictures as bullets: choose other bullets.");
		}
		if (this.template.part("word/numbering.xml").isPresent()) {
			Document numbering = xml("word/numbering.xml");
			this.styles.rename(numbering);
			this.parts.put("word/numbering.xml", WordDom.bytes(numbering));
		}
		if (this.template.part("word/theme/theme1.xml").isPresent()) {
			xml("word/theme/theme1.xml");
			this.parts.put("word/theme/theme1.xml", this.template.part("word/theme/theme1.xml").orElseThrow());
			type("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml");
			relate("theme", "theme", "theme/theme1.xml");
		}
		margins(section);
		Page upright = page(section);
		turn(section);
		return new WordLook(this.parts, this.types.toString(), this.relationships.toString(), upright, page(section));
	}

	/** The last section of the text, which is the one of the whole document. */
	private Element section() {
		Document document = xml("word/document.xml");
		List<Element> sections = WordDom.all(document, "sectPr");
		if (sections.isEmpty() || WordDom.child(sections.get(sections.size() - 1), "pgSz") == null) {
			throw new IllegalArgumentException("The template does not say how large its page is.");
		}
		return sections.get(sections.size() - 1);
	}

	private static Page page(Element section) {
		return new Page(WordDom.text(section), width(section));
	}

	/** The annex is a wide table. */
	private static void turn(Element section) {
		Element size = Objects.requireNonNull(WordDom.child(section, "pgSz"));
		int width = WordDom.number(size, "w");
		int height = WordDom.number(size, "h");
		if (height > width) {
			size.setAttributeNS(WordDom.W, "w:w", String.valueOf(height));
			size.setAttributeNS(WordDom.W, "w:h", String.valueOf(width));
			size.setAttributeNS(WordDom.W, "w:orient", "landscape");
		}
	}

	private static int width(Element section) {
		Element size = WordDom.child(section, "pgSz");
		Element margins = WordDom.child(section, "pgMar");
		if (margins == null) {
			throw new IllegalArgumentException("The template does not say how wide its margins are.");
		}
		int width = WordDom.number(size, "w") - WordDom.number(margins, "left") - WordDom.number(margins, "right")
				- WordDom.number(margins, "gutter");
		if (width < NARROWEST || width > WIDEST) {
			throw new IllegalArgumentException(
					"Between the margins of the template is less than 9 cm or more than 56 cm for the text.");
		}
		return width;
	}

	/** Headers and footers with their pictures; nothing else of the section is kept. */
	private void margins(Element section) {
		Map<String, Relationships.To> related = Relationships.of(this.template, "word/document.xml");
		for (Element child : WordDom.children(section)) {
			String name = child.getLocalName();
			if (name.equals("headerReference") || name.equals("footerReference")) {
				String id = child.getAttributeNS(WordDom.RELATIONSHIPS, "id");
				Relationships.To to = related.get(id);
				if (to == null || to.outside()) {
					throw new IllegalArgumentException("A header or footer of the template is missing.");
				}
				margin("word/" + to.target(), name.substring(0, "header".length()), id);
				child.setAttributeNS(WordDom.RELATIONSHIPS, "r:id", "template-" + id);
			}
			else if (!Set.of("pgSz", "pgMar", "titlePg", "cols", "docGrid", "pgBorders", "vAlign").contains(name)) {
				section.removeChild(child);
			}
		}
		for (String attribute : new String[] { "rsidR", "rsidRPr", "rsidSect", "rsidDel" }) {
			section.removeAttributeNS(WordDom.W, attribute);
		}
	}

	private void margin(String name, String kind, String id) {
		Document part = xml(name);
		WordDom.all(part, "instrText").forEach((it) -> {
			if (FETCHES.matcher(it.getTextContent()).matches()) {
				throw new IllegalArgumentException(
						"The %s of the template fetches something from elsewhere.".formatted(kind));
			}
		});
		this.styles.rename(part);
		Relationships.of(this.template, name).values().forEach((to) -> picture(to, kind));
		String rels = Relationships.part(name);
		this.template.part(rels).ifPresent((it) -> this.parts.put(rels, it));
		this.parts.put(name, WordDom.bytes(part));
		type(name, TYPE + kind + "+xml");
		relate("template-" + id, kind, name.substring("word/".length()));
	}

	private void picture(Relationships.To to, String kind) {
		if (to.type().endsWith("/hyperlink") && to.outside()) {
			return;
		}
		if (!to.type().endsWith("/image") || to.outside() || !to.target().matches("media/[\\w.-]+\\.(png|jpe?g)")) {
			throw new IllegalArgumentException(
					"The %s of the template may have text, links and pictures (PNG or JPEG) and nothing else."
						.formatted(kind));
		}
		String name = "word/" + to.target();
		byte[] picture = this.template.part(name)
			.orElseThrow(() -> new IllegalArgumentException("A picture of the %s is missing.".formatted(kind)));
		if (this.parts.put(name, picture) == null && name.endsWith(".jpg")) {
			type(name, "image/jpeg");
		}
	}

	private Document xml(String name) {
		return WordDom.parse(this.template.part(name)
			.orElseThrow(() -> new IllegalArgumentException("The file has no %s.".formatted(name))), name);
	}

	private void type(String name, String type) {
		this.types.append("  <Override PartName=\"/%s\" ContentType=\"%s\"/>\n".formatted(name, type));
	}

	private void relate(String id, String kind, String target) {
		this.relationships.append("<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>\n"
			.formatted(WordXml.escape(id), RELATED, kind, WordXml.escape(target)));
	}

}
