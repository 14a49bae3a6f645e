package org.asemeducation.stocktake.notification.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

	@Test
	void aDayIsNamedWithWeekdayPlaceAndZone() {
		assertThat(DateWords.endOf(LocalDate.of(2023, 9, 15), ZoneId.of("Europe/Rome")))
			.isEqualTo("Friday 15 September 2023, end of day in Rome (Europe/Rome)");
		assertThat(DateWords.place(ZoneId.of("Asia/Ho_Chi_Minh"))).isEqualTo("Ho Chi Minh (Asia/Ho_Chi_Minh)");
		assertThat(DateWords.place(ZoneId.of("UTC"))).isEqualTo("UTC");
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
		assertThat(places).hasSize(17).isSorted();
	}

	@Test
	void aRevisionIsAskedForByTheDeadlineOrOnceItIsOverByTheFreeze() {
		CycleFacts cycle = new CycleFacts("ASEMME9", "From Bangkok to Malta", ZoneId.of("Europe/Rome"),
				LocalDate.of(2023, 9, 15), LocalDate.of(2023, 12, 1));
		assertThat(cycle.stillOpenOn(cycle.deadline(), LocalDate.of(2023, 9, 15))).isEqualTo("2023-09-15");
		assertThat(cycle.stillOpenOn(cycle.deadline(), LocalDate.of(2023, 9, 16))).isEqualTo("2023-12-01");
	}

}
