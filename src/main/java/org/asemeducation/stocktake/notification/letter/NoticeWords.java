package org.asemeducation.stocktake.notification.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import org.asemeducation.stocktake.notification.template.TemplateName;
import org.jspecify.annotations.Nullable;

/**
 * What a mail about something that somebody has just done says, in the words of a
 * template.
 */
public final class NoticeWords {

	private final TemplateName template;

	private final String path;

	private final Map<String, Object> words = new HashMap<>();

	/**
	 * Nothing yet but where to go.
	 * @param template by which it is written
	 * @param path of its {@code link}, below the public address, with a leading slash
	 */
	public NoticeWords(TemplateName template, String path) {
		this.template = template;
		this.path = path;
	}

	/** A variable that stands in a line; nothing leaves it empty. */
	public NoticeWords text(String name, @Nullable Object text) {
		this.words.put(name, (text != null) ? OneLine.of(text.toString()) : "");
		return this;
	}

	public NoticeWords flag(String name, boolean so) {
		this.words.put(name, so);
		return this;
	}

	/** When a day ends for its reader: the moment, what to go by, and the day alone. */
	public NoticeWords day(String name, LocalDate day, Instant now, ZoneId cycle, ZoneId reader) {
		ReaderDays days = new ReaderDays(now, cycle, reader);
		this.words.put(name, days.at(day));
		this.words.put(name + "By", days.by(day));
		this.words.put(name + "Day", days.shortBy(day));
		return this;
	}

	/** What somebody wrote, line by line; nothing is no line. */
	public NoticeWords said(String name, @Nullable String text) {
		this.words.put(name, RoundWords.lines((text != null) ? text : ""));
		return this;
	}

	TemplateName template() {
		return this.template;
	}

	String path() {
		return this.path;
	}

	Map<String, Object> all() {
		return this.words;
	}

}
