package org.asemeducation.stocktake.report;

import java.util.Optional;
import java.util.function.Function;

import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * What a sealed version says beyond what is compiled: its annex, and what was asked to
 * change since the version before it. What comes after the report knows both.
 */
public interface VersionText {

	/**
	 * The annex.
	 * @param report what was compiled
	 * @return the work plan as it is put to officials or ministers
	 */
	Annex annex(ReportModel report);

	/**
	 * The list of changes.
	 * @param report what is sealed, with its annex
	 * @return a document, or nothing for a version that follows none
	 */
	default Optional<Document> changes(ReportModel report) {
		return Optional.empty();
	}

	/**
	 * A version that follows none.
	 * @param annex puts the annex together
	 * @return its text
	 */
	static VersionText first(Function<ReportModel, Annex> annex) {
		return annex::apply;
	}

}
