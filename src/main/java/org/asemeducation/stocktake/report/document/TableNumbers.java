package org.asemeducation.stocktake.report.document;

import java.util.List;

import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Table.Column;

/**
 * Numbers the tables of one document, in the order they are made.
 */
class TableNumbers {

	private int last;

	Table table(String caption, List<Column> columns, List<List<Phrase>> rows) {
		return new Table(++this.last, caption, columns, rows);
	}

}
