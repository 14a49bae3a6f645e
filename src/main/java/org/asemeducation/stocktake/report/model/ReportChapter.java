package org.asemeducation.stocktake.report.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The chapters of a report in their usual order; a cycle may have another order, or do
 * without some.
 */
public enum ReportChapter {

	FOREWORD("foreword", "Foreword"),

	AT_A_GLANCE("at-a-glance", "At a glance"),

	FIGURES("figures-and-charts", "Figures and charts"),

	HOW_IT_WORKS("how-the-process-works", "How the process works"),

	ACTION_PLAN("action-plan", "Strategy and Action Plan 2030"),

	INITIATIVES("initiatives", "Ongoing initiatives by objective and action"),

	NEW_ACTIVITIES("new-activities", "New and future activities"),

	ANALYSIS("analysis", "Analysis by objective and subgoal"),

	COMMITMENTS("commitments", "Commitments: kept, partly, changed, dropped"),

	OUTLOOK("outlook", "Expert reflections and outlook"),

	PARTICIPATION("participation", "Participation by partner, stakeholder and region"),

	METHOD("method-and-sources", "Method and sources"),

	ANNEX("annex", "Annex: work plan");

	/** What reports had before their chapters could be chosen. */
	public static final List<String> BEFORE = keys(FOREWORD, AT_A_GLANCE, HOW_IT_WORKS, INITIATIVES, OUTLOOK);

	/** What a report has unless something else is chosen. */
	public static final List<String> USUAL = keys(values());

	private final String key;

	private final String title;

	ReportChapter(String key, String title) {
		this.key = key;
		this.title = title;
	}

	private static List<String> keys(ReportChapter... chapters) {
		return Arrays.stream(chapters).map(ReportChapter::key).toList();
	}

	/**
	 * The chapter of this key.
	 * @param key as in addresses, tables and JSON
	 * @return the chapter, if there is one
	 */
	public static Optional<ReportChapter> of(String key) {
		return Arrays.stream(values()).filter((it) -> it.key.equals(key)).findFirst();
	}

	public String key() {
		return this.key;
	}

	public String title() {
		return this.title;
	}

}
