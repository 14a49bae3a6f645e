package org.asemeducation.stocktake.notification.bounce;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/**
 * Reports as mail servers write them.
 */
final class Reports {

	private Reports() {
	}

	/** As Postfix sends it: with the original. */
	static String withOriginal(String report, String original, String action, String status, String words) {
		return of(report, action, status, words, """
				Content-Type: message/rfc822

				From: AES <aes@example.org>
				To: newcomer@stage.example
				Message-ID: %s
				Subject: Please submit your updates

				Dear Newcomer""".formatted(original));
	}

	/** As others do: with its headers alone. */
	static String withHeaders(String report, String original, String action, String status, String words) {
		return of(report, action, status, words, """
				Content-Type: text/rfc822-headers

				From: AES <aes@example.org>
				Message-ID:
				 %s
				Subject: Please submit your updates
				""".formatted(original));
	}

	private static String of(String report, String action, String status, String words, String original) {
		return """
				From: MAILER-DAEMON@mx.example
				To: aes@example.org
				Subject: Undelivered Mail Returned to Sender
				Message-ID: %s
				Auto-Submitted: auto-replied
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

				--cut
				Content-Type: text/plain; charset=us-ascii

				This is the mail system. It could not be delivered.
				--cut
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example
				Arrival-Date: Mon, 5 Jun 2023 09:00:00 +0200

				Final-Recipient: rfc822; newcomer@stage.example
				Original-Recipient: rfc822;newcomer@stage.example
				Action: %s
				Status: %s
				Remote-MTA: dns; mx.example
				Diagnostic-Code: smtp; %s

				--cut
				%s

				--cut--
				""".formatted(report, action, status, words, original).replace("\n", "\r\n");
	}

	static MimeMessage message(String text) throws MessagingException {
		return new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

}
