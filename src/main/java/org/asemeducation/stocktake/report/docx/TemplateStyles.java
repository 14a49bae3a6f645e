package org.asemeducation.stocktake.report.docx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The styles of a template under the house's ids. Word tells styles apart by their names
 * and calls them by ids that depend on its language: {@code heading 1} is
 * {@code berschrift1} in a German one.
 */
final class TemplateStyles {

	/** Without these a template would change nothing worth a template. */
	private static final List<String> NEEDED = List.of("Title", "heading 1", "heading 2", "heading 3", "heading 4",
			"heading 5", "Body Text", "List Bullet");

	private static final Set<String> REFERENCES = Set.of("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle",
			"styleLink", "numStyleLink");

	private final Document styles;

	private final Document house = WordDom.parse(WordFile.template("styles.xml"), "styles.xml");

	private final Map<String, String> idByOld = new HashMap<>();

	TemplateStyles(Document styles) {
		this.styles = styles;
		Map<String, String> houseIds = WordDom.all(this.house, "style")
			.stream()
			.collect(Collectors.toMap(TemplateStyles::key, TemplateStyles::id));
		for (Element style : WordDom.all(styles, "style")) {
			String id = id(style);
			String mine = houseIds.get(key(style));
			if (mine != null) {
				this.idByOld.put(id, mine);
			}
			else if (houseIds.containsValue(id)) {
				this.idByOld.put(id, "Other" + id);
			}
		}
	}

	/** The names of the house's styles of paragraphs, by id. */
	static Map<String, String> house() {
		Map<String, String> names = new LinkedHashMap<>();
		WordDom.all(WordDom.parse(WordFile.template("styles.xml"), "styles.xml"), "style")
			.stream()
			.filter((it) -> key(it).startsWith("paragraph "))
			.forEach((it) -> names.put(id(it), WordDom.value(WordDom.child(it, "name"))));
		return names;
	}

	/** Refuses a template that lacks a style that matters. */
	void require() {
		Set<String> names = WordDom.all(this.styles, "style")
			.stream()
			.map(TemplateStyles::key)
			.collect(Collectors.toSet());
		List<String> missing = NEEDED.stream()
			.filter((it) -> !names.contains("paragraph " + it.toLowerCase(Locale.ROOT)))
			.toList();
		if (!missing.isEmpty()) {
			throw new IllegalArgumentException(
					"The template has no style called %s: take the house’s own and change it."
						.formatted(missing.stream().map((it) -> "“" + it + "”").collect(Collectors.joining(", "))));
		}
	}

	/** With the house's own for those that the template has not. */
	byte[] complete() {
		Set<String> theirs = WordDom.all(this.styles, "style")
			.stream()
			.map(TemplateStyles::key)
			.collect(Collectors.toSet());
		for (Element style : WordDom.all(this.styles, "style")) {
			String id = this.idByOld.get(id(style));
			if (id != null) {
				style.setAttributeNS(WordDom.W, "w:styleId", id);
			}
		}
		rename(this.styles);
		for (Element style : WordDom.all(this.house, "style")) {
			if (!theirs.contains(key(style))) {
				Node added = this.styles.importNode(style, true);
				if (hasDefault(style)) {
					((Element) added).removeAttributeNS(WordDom.W, "default");
				}
				this.styles.getDocumentElement().appendChild(added);
			}
		}
		return WordDom.bytes(this.styles);
	}

	private boolean hasDefault(Element style) {
		return WordDom.all(this.styles, "style")
			.stream()
			.anyMatch((it) -> it.getAttributeNS(WordDom.W, "default").equals("1")
					&& it.getAttributeNS(WordDom.W, "type").equals(style.getAttributeNS(WordDom.W, "type")));
	}

	/** Every reference to a style of the template becomes one to the house's id. */
	void rename(Document part) {
		for (String reference : REFERENCES) {
			for (Element element : WordDom.all(part, reference)) {
				String id = this.idByOld.get(WordDom.value(element));
				if (id != null) {
					element.setAttributeNS(WordDom.W, "w:val", id);
				}
			}
		}
	}

	private static String key(Element style) {
		return style.getAttributeNS(WordDom.W, "type") + " "
				+ WordDom.value(WordDom.child(style, "name")).toLowerCase(Locale.ROOT);
	}

	private static String id(Element style) {
		return style.getAttributeNS(WordDom.W, "styleId");
	}

}
