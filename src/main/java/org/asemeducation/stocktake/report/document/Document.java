package org.asemeducation.stocktake.report.document;

import java.util.List;

import org.asemeducation.stocktake.report.document.Block.Section;

/**
 * The whole report in the order it is read.
 *
 * @param title of the cover
 * @param subtitle the cycle
 * @param edition which version this is, and from when
 * @param draft whether every page must say that it is a draft
 * @param imprint what the last lines of the cover say
 * @param description one sentence for catalogues
 * @param created ISO instant, for the properties of files
 */
public record Document(String title, String subtitle, String edition, boolean draft, List<String> imprint,
		String description, String created, List<Section> sections) {

	public static final String AUTHOR = "ASEM Education Secretariat";

	public Document {
		imprint = List.copyOf(imprint);
		sections = List.copyOf(sections);
	}

}
