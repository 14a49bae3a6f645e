package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

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
	void oneLineLetsNoLineEndAndNoDirectionMarkThrough() {
		assertThat(OneLine.of("Title\r\nBcc: everybody@example.org")).isEqualTo("Title Bcc: everybody@example.org");
		assertThat(OneLine.of(" a\u2028b\u0000c\u202Ed\u200B ")).isEqualTo("a b cd");
	}

	@Test
	void plainTextIsBrokenAt76ColumnsAndKeepsIndentAndAddresses() {
		String address = "https://stocktake.example.org/i/ASEMME9/" + "x".repeat(60);
		String text = PlainText.of("word ".repeat(30) + "\n\n\n\n  " + "word ".repeat(30) + "\n" + address);
		assertThat(text.lines().filter((line) -> !line.startsWith("https"))).allMatch((line) -> line.length() <= 76);
		assertThat(text).doesNotContain("\n\n\n").contains("\n  word").endsWith("\n" + address + "\n");
	}

	@Test
	void aFieldBearsTheFormsLabel() {
		assertThat(FieldLabel.of("progress")).isEqualTo("Progress and achievements");
		assertThat(FieldLabel.of("answers.2")).isEqualTo("Questions of this cycle, 2");
		assertThat(FieldLabel.of("unknown")).isEqualTo("unknown");
	}

	@Test
	void aRevisionIsAskedForByTheDeadlineOrOnceItIsOverByTheFreeze() {
		CycleFacts cycle = new CycleFacts("ASEMME9", "From Bangkok to Malta", ZoneId.of("Europe/Rome"),
				LocalDate.of(2023, 9, 15), LocalDate.of(2023, 12, 1));
		assertThat(cycle.stillOpenOn(LocalDate.of(2023, 9, 15))).isEqualTo("2023-09-15");
		assertThat(cycle.stillOpenOn(LocalDate.of(2023, 9, 16))).isEqualTo("2023-12-01");
	}

}
