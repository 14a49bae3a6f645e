package org.asemeducation.stocktake.report.comment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.asemeducation.stocktake.engine.HarmlessCell;
import org.asemeducation.stocktake.report.comment.SettledComments.Settled;

/**
 * Writes comments as CSV for a spreadsheet: a byte order mark so that it reads UTF-8,
 * nothing that it takes for a formula.
 */
final class CommentTable {

	private static final List<String> HEADER = List.of("draft", "part", "about", "comment", "by", "at", "decision",
			"reason");

	private CommentTable() {
	}

	static void write(List<Settled> comments, Appendable out) throws IOException {
		out.append('\uFEFF');
		CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT);
		printer.printRecord(HEADER);
		for (Settled comment : comments) {
			printer.printRecord(cells(comment).map(HarmlessCell::of).toList());
		}
		printer.flush();
	}

	private static Stream<String> cells(Settled comment) {
		return Stream.of(Integer.toString(comment.version()), Optional.ofNullable(comment.part()).orElse(""),
				comment.about(), comment.text(), comment.by(), comment.at().toString(), comment.decision(),
				Optional.ofNullable(comment.reason()).orElse(""));
	}

}
