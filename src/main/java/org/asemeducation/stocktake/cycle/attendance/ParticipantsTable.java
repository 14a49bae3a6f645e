package org.asemeducation.stocktake.cycle.attendance;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.asemeducation.stocktake.engine.HarmlessCell;

/**
 * Writes participants as CSV for a spreadsheet: a byte order mark so that it reads UTF-8,
 * nothing that it takes for a formula.
 */
final class ParticipantsTable {

	private ParticipantsTable() {
	}

	static void write(List<Participant> participants, Appendable out) throws IOException {
		out.append('\uFEFF');
		CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT);
		printer.printRecord("party", "name", "function", "as");
		for (Participant one : participants) {
			printer.printRecord(
					Stream.of(one.party(), one.name(), one.function(), one.as()).map(HarmlessCell::of).toList());
		}
		printer.flush();
	}

}
