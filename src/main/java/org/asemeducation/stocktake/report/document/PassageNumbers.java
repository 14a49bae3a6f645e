package org.asemeducation.stocktake.report.document;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Withdrawn;

/**
 * Counts the passages of a section: first its paragraphs, lines, items and rows, then,
 * behind them wherever they stand, what is quoted and what stands under pictures. These
 * had no numbers once; so the others keep theirs.
 */
public final class PassageNumbers {

	private int last;

	private int lastBehind;

	/**
	 * Begins a section.
	 * @param section of which only the blocks right below its heading count
	 */
	public PassageNumbers(Section section) {
		this.lastBehind = section.blocks().stream().mapToInt(PassageNumbers::before).sum();
	}

	/**
	 * The number of the next paragraph, line, item or row.
	 * @return from 1
	 */
	public int next() {
		return ++this.last;
	}

	/**
	 * The number of the next paragraph of a quotation, of its source, or of the next
	 * caption.
	 * @return above that of every other passage of the section
	 */
	public int nextBehind() {
		return ++this.lastBehind;
	}

	/** Goes over all of a block; which number the first of them has. */
	int next(Block block) {
		int behind = behind(block);
		int first = 1 + ((behind != 0) ? this.lastBehind : this.last);
		this.last += before(block);
		this.lastBehind += behind;
		return first;
	}

	private static int before(Block block) {
		if (block instanceof Prose prose) {
			return Paragraphs.of(prose.text()).size();
		}
		if (block instanceof Facts facts) {
			return facts.facts().size();
		}
		if (block instanceof Bullets bullets) {
			return bullets.items().size();
		}
		return (block instanceof Table table) ? table.rows().size() : 0;
	}

	/** How many of those behind a block has. */
	static int behind(Block block) {
		if (block instanceof Quote quote) {
			return Paragraphs.of(quote.words()).size() + (quote.source().text().isEmpty() ? 0 : 1);
		}
		if (block instanceof Illustration illustration) {
			return illustration.caption().text().isEmpty() ? 0 : 1;
		}
		return (block instanceof Withdrawn withdrawn) ? withdrawn.passages() : 0;
	}

}
