package org.asemeducation.stocktake.report;

import java.util.Arrays;
import java.util.Locale;

import org.asemeducation.stocktake.report.model.FreeChapter;

/**
 * The steps of a report that people take, each at a task of its own.
 */
public enum ReportStep {

	FOREWORD("userTask_writeForeword", "Writing the foreword"),

	OUTLOOK("userTask_writeOutlook", "Writing the outlook"),

	EDITED("userTask_editReport", "Editing the report"),

	COMMENTED("userTask_commentOnDraft", "Commenting on the draft"),

	TAKEN_IN("userTask_takeInComments", "Taking in the comments");

	private final String task;

	private final String doing;

	ReportStep(String task, String doing) {
		this.task = task;
		this.doing = doing;
	}

	static ReportStep of(FreeChapter chapter) {
		return valueOf(chapter.name());
	}

	static ReportStep of(String task) {
		return Arrays.stream(values()).filter((step) -> step.task.equals(task)).findFirst().orElseThrow();
	}

	String task() {
		return this.task;
	}

	/** What is done in it, as a sentence begins. */
	String doing() {
		return this.doing;
	}

	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
