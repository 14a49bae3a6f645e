package org.asemeducation.stocktake.notification.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Writes events as an iCalendar file (RFC 5545): lines end with CR and LF and are folded
 * at 75 octets, never within a character; texts are escaped.
 */
final class CalendarFile {

	private static final int LONGEST = 75;

	private final StringBuilder file = new StringBuilder();

	private CalendarFile() {
	}

	/**
	 * Writes a file.
	 * @param method {@code PUBLISH} or {@code CANCEL}; nobody is asked for an answer
	 * @param name of the calendar; empty for a single entry
	 * @param organizer an address
	 * @param now the moment of writing
	 * @param events what it holds
	 */
	static String of(String method, String name, String organizer, Instant now, List<Event> events) {
		CalendarFile written = new CalendarFile();
		written.line("BEGIN:VCALENDAR");
		written.line("VERSION:2.0");
		written.line("PRODID:-//ASEM Education Secretariat//Stocktake//EN");
		written.line("METHOD:" + method);
		if (!name.isEmpty()) {
			written.line("X-WR-CALNAME:" + escaped(name));
			written.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
		}
		events.forEach((event) -> written.add(event, organizer, now));
		written.line("END:VCALENDAR");
		return written.file.toString();
	}

	private void add(Event event, String organizer, Instant now) {
		line("BEGIN:VEVENT");
		line("UID:" + escaped(event.uid()));
		line("SEQUENCE:" + event.sequence());
		line("DTSTAMP:" + Event.stamp(now));
		line("DTSTART" + event.start());
		line("DTEND" + event.end());
		line("SUMMARY:" + escaped(event.summary()));
		if (!event.description().isEmpty()) {
			line("DESCRIPTION:" + escaped(event.description()));
		}
		if (event.url() != null) {
			line("URL:" + event.url());
		}
		line("ORGANIZER;CN=ASEM Education Secretariat:mailto:" + organizer);
		line("STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"));
		line("TRANSP:TRANSPARENT");
		line("END:VEVENT");
	}

	/** Nothing that somebody wrote begins a line of its own. */
	private static String escaped(String text) {
		return text.replace("\r", "")
			.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ")
			.replace("\\", "\\\\")
			.replace(";", "\\;")
			.replace(",", "\\,")
			.replace("\n", "\\n");
	}

	private void line(String content) {
		int octets = 0;
		for (int at = 0; at < content.length();) {
			String character = Character.toString(content.codePointAt(at));
			int width = character.getBytes(StandardCharsets.UTF_8).length;
			if (octets + width > LONGEST) {
				this.file.append("\r\n ");
				octets = 1;
			}
			this.file.append(character);
			octets += width;
			at += character.length();
		}
		this.file.append("\r\n");
	}

}
