package org.asemeducation.stocktake.report.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The chapters that are written by people, not compiled.
 */
public enum FreeChapter {

	/** By the secretariat; opens the report. */
	FOREWORD("foreword", "Foreword"),

	/** By experts; closes the report. */
	OUTLOOK("outlook", "Expert reflections and outlook");

	private final String key;

	private final String title;

	FreeChapter(String key, String title) {
		this.key = key;
		this.title = title;
	}

	/**
	 * The chapter of this key.
	 * @param key as in addresses and tables
	 * @return the chapter, if there is one
	 */
	public static Optional<FreeChapter> of(String key) {
		return Arrays.stream(values()).filter((it) -> it.key.equals(key)).findFirst();
	}

	public String key() {
		return this.key;
	}

	public String title() {
		return this.title;
	}

}
