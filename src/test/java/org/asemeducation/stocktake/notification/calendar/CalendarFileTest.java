package org.asemeducation.stocktake.notification.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarFileTest {

	private static final Instant NOW = Instant.parse("2023-06-05T07:00:00Z");

	private static final Instant END = Instant.parse("2023-09-15T22:00:00Z");

	@Example
	void aMomentIsWrittenInUtcAndADayIsADayAnywhere() {
		// when
		ParsedCalendar parsed = ParsedCalendar.of(CalendarFile.of("PUBLISH", "All", "aes@example.org", NOW,
				List.of(Event.until("one@example.org", 3, false, END, "Submit", "", "https://example.org/"),
						Event.on("two@example.org", 0, true, LocalDate.of(2024, 1, 24), "SOM2, Malta", ""))));
		// then
		assertThat(parsed.events()).extracting((event) -> ParsedCalendar.value(event, "DTSTART"))
			.containsExactly("20230915T210000Z", "20240124");
		assertThat(parsed.events()).extracting((event) -> ParsedCalendar.value(event, "DTEND"))
			.containsExactly("20230915T220000Z", "20240125");
		assertThat(parsed.events()).extracting((event) -> ParsedCalendar.value(event, "STATUS"))
			.containsExactly("CONFIRMED", "CANCELLED");
		assertThat(ParsedCalendar.value(parsed.events().get(1), "SUMMARY")).isEqualTo("SOM2, Malta");
	}

	@Property(tries = 500)
	void whateverSomebodyWroteStaysTextAndNoLineIsTooLong(@ForAll String written) {
		// given
		String words = new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
		// when
		String file = file("Before\nEND:VEVENT\r\nBEGIN:VALARM;x,y\\z " + words);
		// then
		assertThat(file).endsWith("END:VCALENDAR\r\n");
		assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
		assertThat(file.split("\r\n"))
			.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
		assertThat(file.replace("\r\n ", "").split("\r\n")).filteredOn((line) -> line.startsWith("END:VEVENT"))
			.hasSize(1);
		assertThat(file.replace("\r\n ", "").split("\r\n")).noneMatch((line) -> line.startsWith("BEGIN:VALARM"));
	}

	@Example
	void anotherProgramReadsWhatWasWritten() {
		// given
		String words = "ASEF’s; “a, b” \\ c\nSecond line – " + "학교, ".repeat(40) + ".";
		// then
		assertThat(ParsedCalendar.of(file(words)).value("DESCRIPTION")).isEqualTo(words);
	}

	private static String file(String description) {
		return CalendarFile.of("PUBLISH", "", "aes@example.org", NOW,
				List.of(Event.until("one@example.org", 0, false, END, "Submit", description, null)));
	}

}
