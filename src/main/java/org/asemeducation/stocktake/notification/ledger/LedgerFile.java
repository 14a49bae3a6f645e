package org.asemeducation.stocktake.notification.ledger;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.asemeducation.stocktake.engine.HarmlessCell;

import org.springframework.stereotype.Component;

/**
 * Writes mails as CSV for a spreadsheet: a byte order mark so that it reads UTF-8,
 * nothing that it takes for a formula. Read a part at a time, whatever their number.
 */
@Component
class LedgerFile {

	static final int CHUNK = 200;

	private static final List<String> HEADER = List.of("number", "sent_or_queued_at", "state", "name", "recipient",
			"kinds", "initiatives", "subject", "message_id", "attempts", "last_answer");

	private final LedgerReader ledger;

	private final LastAnswers answers;

	LedgerFile(LedgerReader ledger, LastAnswers answers) {
		this.ledger = ledger;
		this.answers = answers;
	}

	void write(MailSearch search, Appendable out) throws IOException {
		out.append('\uFEFF');
		CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT);
		printer.printRecord(HEADER);
		long before = Long.MAX_VALUE;
		List<MailRow> chunk = this.ledger.chunk(search, before, CHUNK);
		while (!chunk.isEmpty()) {
			LastAnswers.Found found = this.answers.of(chunk.stream().map(MailRow::id).toList());
			for (MailRow row : chunk) {
				printer.printRecord(cells(row, found.of(row.id())).map(HarmlessCell::of).toList());
			}
			chunk = this.ledger.chunk(search, chunk.get(chunk.size() - 1).id(), CHUNK);
		}
		printer.flush();
	}

	private static Stream<String> cells(MailRow row, LastAnswers.Answer last) {
		return Stream.of(Long.toString(row.id()), row.moment().toString(), row.state().word(), row.name(),
				row.recipient(), String.join(" ", row.kinds().stream().map(MailKind::word).toList()),
				String.join(" ", row.initiatives()), row.subject(), last.messageId(), Long.toString(last.attempts()),
				last.words());
	}

}
