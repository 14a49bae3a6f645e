package org.asemeducation.stocktake.endorsement.paper;

import java.util.Arrays;
import java.util.List;

import org.asemeducation.stocktake.report.plan.SheetColumn;

/**
 * The columns of an earlier cycle as a workbook; those of the work plan are called as in
 * the annex to the Chair's Conclusions.
 */
enum PaperColumn implements SheetColumn {

	ID("No.", 10), ACTION("Action", 24), TITLE("Initiative", 36), COORDINATORS("Coordinators", 26),
	PARAGRAPHS("Paragraphs of the Chair's Conclusions", 18), ACTIVITY("Activity of the next two years", 44),
	WHEN("When", 18), OUTPUT("Expected output", 36), RESULT("Expected result", 36),
	CONTRIBUTION("Contribution to the strategic objectives", 36), TEXT("Last text", 70),
	WHY("Why it was not taken", 44);

	/** A line of the work plan. */
	static final List<PaperColumn> LINE = List.of(ACTIVITY, WHEN, OUTPUT, RESULT, CONTRIBUTION);

	/** What has to be said of an initiative that the plan never had. */
	static final List<PaperColumn> WHOLE = List.of(ACTION, TITLE, COORDINATORS);

	private final String title;

	private final int width;

	PaperColumn(String title, int width) {
		this.title = title;
		this.width = width;
	}

	@Override
	public String title() {
		return this.title;
	}

	@Override
	public int width() {
		return this.width;
	}

	@Override
	public boolean isOptional() {
		return this == ACTION;
	}

	/** All but the reasons, which only a refused file has. */
	static List<PaperColumn> said() {
		return Arrays.stream(values()).filter((it) -> it != WHY).toList();
	}

}
