package org.asemeducation.stocktake.endorsement.partner;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.endorsement.partner.PartnerSummary.Item;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * A partner's summary as a document that never has more than two pages: long entries are
 * shortened, and what does not fit is counted and left to the page.
 */
final class TwoPages {

	/** Lines that two pages hold, with room to spare for a wider font. */
	private static final int LINES = 66;

	/** Lines that a heading takes with the room around it. */
	private static final int HEADING = 3;

	/** Characters that a line of a list holds at least. */
	private static final int WIDTH = 78;

	private static final int LONGEST = 230;

	private int left = LINES;

	private TwoPages() {
	}

	/**
	 * The document.
	 * @param partner whose it is
	 * @param version which version
	 * @param report its text
	 * @param summary what is in it of the partner
	 * @return a document of at most two pages
	 */
	static Document of(Party partner, SealedVersion version, ReportModel report, PartnerSummary summary) {
		return new TwoPages().compose(partner, version, report, summary);
	}

	private Document compose(Party partner, SealedVersion version, ReportModel report, PartnerSummary summary) {
		String cycle = report.cycle().name();
		this.left -= 4 * HEADING;
		List<Section> sections = new ArrayList<>();
		sections.add(section("changes", changed(summary), summary.changes(),
				summary.since() != null ? "Nothing that concerns you." : "This is the first version that you see.",
				0.30));
		sections.add(section("missing", "Marked “no update received”", summary.missing(), "None.", 0.35));
		sections.add(section("parts", "What you coordinate, host, support or take part in", summary.parts(),
				"Nothing that we know of.", 0.60));
		sections.add(section("lines", "Lines of the annex that name you", summary.lines(), "None.", 1));
		return new Document(partner.name(), "%s: %s".formatted(cycle, report.cycle().title()),
				"Version %d, SHA-256 of its SHA256SUMS %s".formatted(version.version(), version.checksum()), false,
				List.of(), "What %s finds of itself in version %d of the Stocktaking Report of %s."
					.formatted(partner.name(), version.version(), cycle),
				report.compiledAt().toString(), sections);
	}

	static String changed(PartnerSummary summary) {
		return (summary.since() != null)
				? "What changed since version %d, which you saw last".formatted(summary.since()) : "What changed";
	}

	/**
	 * @param share of the lines that are left which this section may take
	 */
	private Section section(String id, String title, List<Item> items, String none, double share) {
		List<Block> blocks = new ArrayList<>();
		int room = Math.max(2, (int) (this.left * share));
		List<Phrase> shown = new ArrayList<>();
		int used = 0;
		for (Item item : items) {
			String text = shortened("%s: %s".formatted(item.what(), item.said().replaceAll("\\s+", " ")));
			int lines = (text.length() + WIDTH - 1) / WIDTH;
			boolean last = shown.size() + 1 == items.size();
			if (used + lines + (last ? 0 : 1) > room) {
				break;
			}
			used += lines;
			shown.add(Phrase.of(text));
		}
		if (items.isEmpty()) {
			blocks.add(new Prose(Prose.Tone.PLAIN, none));
			used = 1;
		}
		if (!shown.isEmpty()) {
			blocks.add(new Bullets(shown));
		}
		if (shown.size() < items.size()) {
			blocks.add(new Prose(Prose.Tone.NOTE,
					"and %d more on your page in Stocktake.".formatted(items.size() - shown.size())));
			used++;
		}
		this.left -= used;
		return new Section(Section.Kind.ACTION, id, null, title, null, null, blocks);
	}

	private static String shortened(String text) {
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST - 1).stripTrailing() + "…";
	}

}
