package org.asemeducation.stocktake.report.docx;

import java.util.LinkedHashMap;
import java.util.Map;

import org.w3c.dom.Element;

/**
 * What a part of a Word file relates to.
 */
final class Relationships {

	private Relationships() {
	}

	/** By id; none where the part relates to nothing. */
	static Map<String, To> of(TemplateParts template, String part) {
		Map<String, To> all = new LinkedHashMap<>();
		template.part(part(part)).ifPresent((it) -> {
			for (Element one : WordDom.children(WordDom.parse(it, part(part)).getDocumentElement())) {
				all.put(one.getAttribute("Id"), new To(one.getAttribute("Type"), one.getAttribute("Target"),
						one.getAttribute("TargetMode").equals("External")));
			}
		});
		return all;
	}

	/** The name of the part that holds them. */
	static String part(String name) {
		int folder = name.lastIndexOf('/') + 1;
		return name.substring(0, folder) + "_rels/" + name.substring(folder) + ".rels";
	}

	/**
	 * One of them.
	 *
	 * @param outside whether it leads out of the file
	 */
	record To(String type, String target, boolean outside) {
	}

}
