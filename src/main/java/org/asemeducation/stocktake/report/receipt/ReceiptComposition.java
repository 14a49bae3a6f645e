package org.asemeducation.stocktake.report.receipt;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Facts.Fact;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;

/**
 * Puts a receipt together in the order it is read.
 */
final class ReceiptComposition {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm:ss",
			Locale.ENGLISH);

	private static final String RECIPE = """
			How to check it: the checksum is the SHA-256 of the text as a file, in JSON by RFC 8785 (names in alphabetical order, no spaces, UTF-8). Save that file from %s and calculate its SHA-256, as with the command sha256sum: if it is the one above, the text is what was submitted.""";

	private ReceiptComposition() {
	}

	static Document of(Receipt receipt) {
		String edition = "Version %d, submitted on %s".formatted(receipt.number(), moment(receipt));
		List<Section> sections = new ArrayList<>();
		sections.add(chapter("submitted", "What was submitted", submitted(receipt)));
		if (!receipt.attached().isEmpty()) {
			sections.add(chapter("files", "Attached files", List.of(new Facts(receipt.attached()
				.stream()
				.map((file) -> new Fact(file.name(), "%,d bytes, SHA-256 %s".formatted(file.length(), file.sha256())))
				.toList()))));
		}
		sections.add(chapter("text", "The text as submitted", new ReceiptText(receipt).blocks()));
		return new Document("Receipt", "%s %s".formatted(receipt.initiative(), receipt.title()), edition, false,
				List.of("%s (%s)".formatted(receipt.cycleTitle(), receipt.cycle())),
				"Receipt of an update that was submitted for the ASEM Stocktaking Report",
				receipt.submittedAt().toString(), sections);
	}

	private static List<Block> submitted(Receipt receipt) {
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Initiative", "%s %s".formatted(receipt.initiative(), receipt.title())));
		facts.add(new Fact("Action", receipt.action()));
		facts.add(new Fact("Coordinated by", receipt.coordinators()));
		facts.add(new Fact("Cycle", "%s (%s)".formatted(receipt.cycleTitle(), receipt.cycle())));
		facts.add(new Fact("Version", String.valueOf(receipt.number())));
		facts.add(new Fact("Submitted", "%s in %s; %s UTC".formatted(moment(receipt), receipt.zone(),
				MOMENT.format(receipt.submittedAt().atOffset(ZoneOffset.UTC)))));
		facts.add(new Fact("By", receipt.by()));
		facts.add(new Fact("In time", receipt.late() ? "No, after the day that it was asked for" : "Yes"));
		facts.add(new Fact("SHA-256 of the text", receipt.sha256()));
		return List.of(new Facts(facts), new Prose(Prose.Tone.NOTE, RECIPE.formatted(receipt.address())));
	}

	private static String moment(Receipt receipt) {
		return MOMENT.format(receipt.submittedAt().atZone(receipt.zone()));
	}

	private static Section chapter(String id, String title, List<Block> blocks) {
		return new Section(Section.Kind.CHAPTER, id, null, title, null, null, blocks);
	}

}
