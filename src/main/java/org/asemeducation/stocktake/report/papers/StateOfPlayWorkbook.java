package org.asemeducation.stocktake.report.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.asemeducation.stocktake.engine.HarmlessCell;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Document;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The state of play as a workbook: a sheet for each part of the page, with the same rows;
 * what is counted stands in it as numbers.
 */
final class StateOfPlayWorkbook {

	private static final int LONGEST_NAME = 31;

	private static final double FIRST = 44;

	private static final double OTHERS = 24;

	private StateOfPlayWorkbook() {
	}

	static void write(Document document, OutputStream out) throws IOException {
		try (Workbook book = new Workbook(out, "Stocktake", "1.0")) {
			for (Section section : document.sections()) {
				Worksheet sheet = book.newWorksheet(name(section.title()));
				sheet.width(0, FIRST);
				sheet.value(0, 0, HarmlessCell.of("%s. %s".formatted(document.title(), document.edition())));
				int row = 2;
				for (Block block : section.blocks()) {
					row = write(block, sheet, row) + 1;
				}
			}
		}
	}

	/** The first row that is free afterwards. */
	private static int write(Block block, Worksheet sheet, int row) {
		if (block instanceof Table table) {
			return table(table, sheet, row);
		}
		if (block instanceof Facts facts) {
			for (int index = 0; index < facts.facts().size(); index++) {
				sheet.value(row + index, 0, HarmlessCell.of(facts.facts().get(index).name()));
				sheet.value(row + index, 1, HarmlessCell.of(facts.facts().get(index).value()));
			}
			return row + facts.facts().size();
		}
		List<String> lines = (block instanceof Bullets bullets) ? bullets.items().stream().map(Phrase::text).toList()
				: (block instanceof Prose prose) ? List.of(prose.text()) : List.of();
		for (int index = 0; index < lines.size(); index++) {
			sheet.value(row + index, 0, HarmlessCell.of(lines.get(index)));
		}
		return row + lines.size();
	}

	private static int table(Table table, Worksheet sheet, int row) {
		sheet.value(row, 0, HarmlessCell.of(table.caption()));
		int header = row + 1;
		for (int column = 0; column < table.columns().size(); column++) {
			sheet.value(header, column, table.columns().get(column).title());
			if (column > 0) {
				sheet.width(column, OTHERS);
			}
		}
		sheet.range(header, 0, header, table.columns().size() - 1).style().bold().fillColor("DCE6F1").set();
		for (int line = 0; line < table.rows().size(); line++) {
			for (int column = 0; column < table.columns().size(); column++) {
				String text = table.rows().get(line).get(column).text();
				if (table.columns().get(column).counted()) {
					sheet.value(header + 1 + line, column, Integer.valueOf(text));
				}
				else {
					sheet.value(header + 1 + line, column, HarmlessCell.of(text));
				}
			}
		}
		return header + 1 + table.rows().size();
	}

	private static String name(String title) {
		String name = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
		return (name.length() > LONGEST_NAME) ? name.substring(0, LONGEST_NAME).strip() : name;
	}

}
