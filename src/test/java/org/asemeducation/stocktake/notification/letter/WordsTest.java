package org.asemeducation.stocktake.notification.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.asemeducation.stocktake.update.FieldLabel;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

	private static final LocalDate DEADLINE = LocalDate.of(2023, 9, 15);

	@Test
	void aDayIsNamedWithWeekdayPlaceAndZone() {
		assertThat(days("Europe/Rome", "2023-09-01T07:00:00Z").at(DEADLINE))
			.isEqualTo("Friday 15 September 2023, 23:59 in Rome (Europe/Rome)");
		assertThat(days("Europe/Paris", "2023-09-01T07:00:00Z").by(DEADLINE))
			.isEqualTo("Friday 15 September 2023, 23:59 in Rome (Europe/Rome)");
		assertThat(DateWords.place(ZoneId.of("Asia/Ho_Chi_Minh"))).isEqualTo("Ho Chi Minh (Asia/Ho_Chi_Minh)");
		assertThat(DateWords.place(ZoneId.of("UTC"))).isEqualTo("UTC");
	}

	@Test
	void whereClocksDifferTheLastWholeDayIsNamedAndTheMomentOnBoth() {
		// given
		ReaderDays seoul = days("Asia/Seoul", "2023-09-01T07:00:00Z");
		ReaderDays honolulu = days("Pacific/Honolulu", "2023-09-01T07:00:00Z");
		// then
		assertThat(seoul.by(DEADLINE)).isEqualTo("Friday 15 September 2023, your last whole day before "
				+ "Saturday 16 September 2023, 06:59 in Seoul (Asia/Seoul), which is "
				+ "Friday 15 September 2023, 23:59 in Rome (Europe/Rome)");
		assertThat(honolulu.by(DEADLINE)).isEqualTo("Thursday 14 September 2023, your last whole day before "
				+ "Friday 15 September 2023, 11:59 in Honolulu (Pacific/Honolulu), which is 23:59 in Rome (Europe/Rome)");
		assertThat(honolulu.shortBy(DEADLINE)).isEqualTo("Thursday 14 September 2023");
	}

	@Test
	void onceTheLastWholeDayIsOverTheMomentItselfIsNamed() {
		// given Friday 15 September, eight in the morning in Honolulu, and then 12:00
		ReaderDays still = days("Pacific/Honolulu", "2023-09-15T18:00:00Z");
		ReaderDays over = days("Pacific/Honolulu", "2023-09-15T22:00:00Z");
		// then
		assertThat(still.by(DEADLINE)).startsWith("Friday 15 September 2023, 11:59 in Honolulu");
		assertThat(still.shortBy(DEADLINE)).isEqualTo("Friday 15 September 2023, 11:59");
		assertThat(still.standing(DEADLINE)).isEqualTo(ReaderDays.Standing.LAST);
		assertThat(over.standing(DEADLINE)).isEqualTo(ReaderDays.Standing.OVER);
	}

	@Test
	void somebodyIsCalledByNameAndPartyUnlessTheyAreTheSame() {
		assertThat(new Addressee("Desk", "ASEF", "desk@asef.example", "en").called()).isEqualTo("Desk (ASEF)");
		assertThat(new Addressee("ESN", "ESN", "esn@example.org", "en").called()).isEqualTo("ESN");
		assertThat(new Addressee("Ana", "", "ana@example.org", "en").called()).isEqualTo("Ana");
	}

	@Test
	void oneLineLetsNoLineEndAndNoDirectionMarkThrough() {
		assertThat(OneLine.of("Title\r\nBcc: everybody@example.org")).isEqualTo("Title Bcc: everybody@example.org");
		assertThat(OneLine.of(" a\u2028b\u0000c\u202Ed\u200B ")).isEqualTo("a b cd");
	}

	@Test
	void plainTextIsBrokenAt72ColumnsAndKeepsIndentAndAddresses() {
		String address = "https://stocktake.example.org/i/ASEMME9/" + "x".repeat(60);
		String text = PlainText.of("word ".repeat(30) + "\n\n\n\n  " + "word ".repeat(30) + "\n" + address);
		assertThat(text.lines().filter((line) -> !line.startsWith("https"))).allMatch((line) -> line.length() <= 72);
		assertThat(text).doesNotContain("\n\n\n").contains("\n  word").endsWith("\n" + address + "\n");
	}

	@Test
	void aFieldBearsTheFormsLabel() {
		assertThat(FieldLabel.of("progress")).isEqualTo("Progress and achievements");
		assertThat(FieldLabel.of("plans.2")).isEqualTo("Planned activities, 2");
		assertThat(FieldLabel.of("unknown")).isEqualTo("unknown");
		assertThat(FieldLabel.inWords(List.of("challenges", "highlights", "progress")))
			.isEqualTo("“Progress and achievements”, “Highlights” and “Challenges”");
		assertThat(FieldLabel.inWords(List.of("plans"))).isEqualTo("“Planned activities”");
	}

	@Test
	void labelsAndTheirOrderAreThoseOfThePage() throws IOException {
		// given
		String page = new ClassPathResource("static/stocktake/forms/update-fields.js")
			.getContentAsString(StandardCharsets.UTF_8);
		// when
		List<Integer> places = Stream.of(FieldLabel.values()).map((field) -> {
			Matcher found = Pattern
				.compile("name: '%s', .*label: '%s'".formatted(field.field(), Pattern.quote(field.label())))
				.matcher(page);
			assertThat(found.find()).as(field.field()).isTrue();
			return found.start();
		}).toList();
		// then
		assertThat(places).hasSize(23).isSorted();
	}

	@Test
	void aRevisionIsAskedForByTheDeadlineOrOnceItIsOverByTheFreeze() {
		CycleFacts cycle = new CycleFacts("ASEMME9", "From Bangkok to Malta", ZoneId.of("Europe/Rome"),
				LocalDate.of(2023, 9, 15), LocalDate.of(2023, 12, 1));
		assertThat(cycle.stillOpenOn(DEADLINE, Instant.parse("2023-09-15T21:59:00Z"))).isEqualTo("2023-09-15");
		assertThat(cycle.stillOpenOn(DEADLINE, Instant.parse("2023-09-15T22:00:00Z"))).isEqualTo("2023-12-01");
	}

	private static ReaderDays days(String reader, String now) {
		return new ReaderDays(Instant.parse(now), ZoneId.of("Europe/Rome"), ZoneId.of(reader));
	}

}
