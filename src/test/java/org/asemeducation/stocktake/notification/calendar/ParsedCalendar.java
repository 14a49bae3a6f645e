package org.asemeducation.stocktake.notification.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A calendar file as somebody else's program reads it.
 *
 * @param calendar as parsed and found valid
 */
public record ParsedCalendar(Calendar calendar) {

	public static ParsedCalendar of(String file) {
		try {
			Calendar parsed = new CalendarBuilder().build(new StringReader(file));
			assertThat(parsed.validate().getEntries()).as(file).isEmpty();
			return new ParsedCalendar(parsed);
		}
		catch (IOException | ParserException ex) {
			throw new AssertionError(file, ex);
		}
	}

	public String method() {
		return this.calendar.getMethod().getValue();
	}

	public List<VEvent> events() {
		return this.calendar.getComponents("VEVENT");
	}

	public VEvent only() {
		assertThat(events()).hasSize(1);
		return events().get(0);
	}

	/** A property of the only event. */
	public String value(String property) {
		return value(only(), property);
	}

	public static String value(VEvent event, String property) {
		return event.<Property>getProperty(property).orElseThrow().getValue();
	}

}
