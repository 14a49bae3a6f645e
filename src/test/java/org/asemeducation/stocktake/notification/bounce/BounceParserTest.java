package org.asemeducation.stocktake.notification.bounce;

import java.util.List;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BounceParserTest {

	@Test
	void readsWhichMailAndWhy() throws Exception {
		// when
		Bounce bounce = BounceParser.parse(Reports.message(Reports.withOriginal("<r1@mx.example>",
				"<mail-12-ab@stocktake>", "failed", "5.1.1", "550 unknown\n user")))
			.orElseThrow();
		// then
		assertThat(bounce)
			.isEqualTo(new Bounce("<r1@mx.example>", List.of("<mail-12-ab@stocktake>"), "5.1.1", "550 unknown user"));
		assertThat(bounce.isPermanent()).isTrue();
	}

	@Test
	void headersOfTheOriginalAreEnoughEvenFolded() throws Exception {
		assertThat(BounceParser.parse(Reports
			.message(Reports.withHeaders("<r2@mx.example>", "<mail-13-ab@stocktake>", "delayed", "4.4.1", "451 wait"))))
			.hasValueSatisfying((bounce) -> {
				assertThat(bounce.originals()).containsExactly("<mail-13-ab@stocktake>");
				assertThat(bounce.isPermanent()).isFalse();
			});
	}

	@ParameterizedTest
	@CsvSource({ "5.1.1,true", "5.0.0,true", "5.4.4,true", "5.2.1,true", "5.7.1,false", "5.2.2,false", "5.3.4,false",
			"4.1.1,false" })
	void isPermanentOnlyWhereTheAddressIsAtFault(String status, boolean permanent) {
		assertThat(new Bounce("<r>", List.of(), status, "").isPermanent()).isEqualTo(permanent);
	}

	@ParameterizedTest
	@ValueSource(strings = { "delivered", "relayed", "expanded" })
	void aReportOfSuccessIsNone(String action) throws Exception {
		assertThat(BounceParser
			.parse(Reports.message(Reports.withOriginal("<r@mx>", "<mail-1@stocktake>", action, "2.0.0", "fine"))))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Subject: Hello\r\n\r\nA person writes 550 5.1.1 and <mail-12-ab@stocktake>.",
			"Content-Type: multipart/report\r\n\r\nno boundary at all",
			"Content-Type: multipart/report; report-type=delivery-status; boundary=cut\r\n\r\n--cut\r\nContent-Type: message/delivery-status\r\n\r\n: : :\r\n\r\nAction failed\r\n--cut--",
			"Content-Type: ;;;\r\n\r\n\u0000", "" })
	void anythingElseIsNone(String text) throws Exception {
		try {
			assertThat(BounceParser.parse(Reports.message(text))).isEmpty();
		}
		catch (MessagingException ex) {
			assertThat(ex).hasMessageContaining("boundary"); // the mailbox goes on to the
																// next
		}
	}

}
