package org.asemeducation.stocktake.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Calendar;
import java.util.Deque;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.html.PrintedPages;
import org.asemeducation.stocktake.report.html.PrintedPages.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Makes one file of all parts: their pages one after the other, then bookmarks and what
 * the file says about itself.
 */
final class FinishedPdf {

	private static final String PRODUCER = "Stocktake";

	private final Document document;

	private final PrintedPages pages;

	private final List<RenderedPart> parts;

	private final Set<String> sections = new HashSet<>();

	FinishedPdf(Document document, PrintedPages pages, List<RenderedPart> parts) {
		this.document = document;
		this.pages = pages;
		this.parts = parts;
		parts.forEach((part) -> this.sections.addAll(part.places().keySet()));
	}

	/**
	 * Writes it; the files of the parts are gone then.
	 * @param covered whether the first page is a cover, which bears no number
	 */
	void write(boolean covered, OutputStream out) throws IOException {
		Volume volume = new Volume(out);
		try (PDDocument rest = new PDDocument(); InputStream file = PrintFont.SANS.open()) {
			PDType0Font font = PDType0Font.load(rest, file);
			Map<COSBase, Integer> shared = Map.of(font.getCOSObject(), volume.reserve());
			append(volume, font, covered, shared);
			font.subset();
			volume.end(new Volume.Ending(bookmarks(), metadata(rest), information(), "en"), shared);
		}
	}

	private void append(Volume volume, PDType0Font font, boolean covered, Map<COSBase, Integer> shared)
			throws IOException {
		int all = this.parts.stream().mapToInt(RenderedPart::pages).sum();
		PartPages finished = new PartPages(font, this.sections, all);
		int before = 0;
		for (RenderedPart part : this.parts) {
			try (PDDocument open = RenderedPart.open(part.file())) {
				finished.finish(open, before, covered);
				volume.append(open, part.places(), shared);
			}
			before += part.pages();
			Files.delete(part.file());
		}
	}

	private @Nullable COSDictionary bookmarks() {
		PDDocumentOutline outline = new PDDocumentOutline();
		Deque<PDOutlineNode> open = new ArrayDeque<>();
		open.push(outline);
		for (Piece piece : this.pages.pieces()) {
			if (piece.isStart() && piece.block() instanceof Section section && this.sections.contains(section.id())) {
				while (open.size() > piece.level()) {
					open.pop();
				}
				PDOutlineItem item = new PDOutlineItem();
				item.setTitle(PrintedPages.name(section));
				item.setDestination(new PDNamedDestination(section.id()));
				open.element().addLast(item);
				open.push(item);
			}
		}
		if (!outline.hasChildren()) {
			return null;
		}
		outline.openNode();
		return outline.getCOSObject();
	}

	/** The same report gives the same bytes: no time but its own, no chance. */
	private COSDictionary information() {
		Calendar date = GregorianCalendar.from(created().atZone(ZoneOffset.UTC));
		PDDocumentInformation information = new PDDocumentInformation();
		information.setTitle(title());
		information.setAuthor(Document.AUTHOR);
		information.setSubject(this.document.description());
		information.setProducer(PRODUCER);
		information.setCreationDate(date);
		information.setModificationDate(date);
		return information.getCOSObject();
	}

	private COSBase metadata(PDDocument rest) throws IOException {
		byte[] metadata = """
				<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
				<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
				<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
				 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
				<pdfuaid:part>1</pdfuaid:part>
				<dc:format>application/pdf</dc:format>
				<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
				<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
				<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
				<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
				<xmp:CreateDate>%5$s</xmp:CreateDate><xmp:ModifyDate>%5$s</xmp:ModifyDate>
				<pdf:Producer>%4$s</pdf:Producer>
				</rdf:Description></rdf:RDF></x:xmpmeta>
				<?xpacket end="w"?>"""
			.formatted(escape(title()), escape(Document.AUTHOR), escape(this.document.description()), PRODUCER,
					created())
			.getBytes(StandardCharsets.UTF_8);
		return new PDMetadata(rest, new ByteArrayInputStream(metadata)).getCOSObject();
	}

	private String title() {
		return "%s – %s".formatted(this.document.title(), this.document.subtitle());
	}

	private Instant created() {
		return Instant.parse(this.document.created()).truncatedTo(ChronoUnit.SECONDS);
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

}
