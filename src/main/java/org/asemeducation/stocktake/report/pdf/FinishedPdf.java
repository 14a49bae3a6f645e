package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Calendar;
import java.util.Collections;
import java.util.Deque;
import java.util.GregorianCalendar;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.html.PrintedPages;
import org.asemeducation.stocktake.report.html.PrintedPages.Piece;
import org.asemeducation.stocktake.report.pdf.RenderedPart.Place;

/**
 * What can only be done when all pages are there: bookmarks, links from page to page,
 * page numbers, the text of drawn words, what the file says about itself.
 */
final class FinishedPdf {

	private static final float MARGIN = 51;

	private static final float SIZE = 8;

	private static final float BASELINE = 34;

	private final Document document;

	private final PrintedPages pages;

	private final PDDocument pdf;

	FinishedPdf(Document document, PrintedPages pages, PDDocument pdf) {
		this.document = document;
		this.pages = pages;
		this.pdf = pdf;
	}

	/**
	 * Finishes and saves it.
	 * @param places of all sections, by id
	 * @param covered whether the first page is a cover, which bears no number
	 */
	void finish(Map<String, Place> places, boolean covered, OutputStream out) throws IOException {
		bookmark(places);
		nameDrawnWords();
		int number = 0;
		PDType0Font font;
		try (InputStream file = PrintFont.SANS.open()) {
			font = PDType0Font.load(this.pdf, file);
		}
		for (PDPage page : this.pdf.getPages()) {
			lead(page, places);
			number++;
			if (number > 1 || !covered) {
				number(page, "Page %d of %d".formatted(number, this.pdf.getNumberOfPages()), font);
			}
		}
		describe();
		this.pdf.save(out);
	}

	private PDPageXYZDestination destination(Place place) {
		PDPageXYZDestination destination = new PDPageXYZDestination();
		destination.setPage(this.pdf.getPage(place.page()));
		destination.setLeft(0);
		destination.setTop(place.top());
		destination.setZoom(0);
		return destination;
	}

	private void bookmark(Map<String, Place> places) {
		PDDocumentOutline outline = new PDDocumentOutline();
		Deque<PDOutlineNode> open = new ArrayDeque<>();
		open.push(outline);
		for (Piece piece : this.pages.pieces()) {
			if (piece.isStart() && piece.block() instanceof Section section && places.containsKey(section.id())) {
				while (open.size() > piece.level()) {
					open.pop();
				}
				PDOutlineItem item = new PDOutlineItem();
				item.setTitle(PrintedPages.name(section));
				item.setDestination(destination(places.get(section.id())));
				open.element().addLast(item);
				open.push(item);
			}
		}
		if (outline.hasChildren()) {
			this.pdf.getDocumentCatalog().setDocumentOutline(outline);
			outline.openNode();
		}
	}

	/** What is not in the document leads nowhere. */
	private void lead(PDPage page, Map<String, Place> places) throws IOException {
		for (PDAnnotation annotation : page.getAnnotations()) {
			if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI address
					&& address.getURI().startsWith(PrintLetters.WITHIN)) {
				String id = address.getURI().substring(PrintLetters.WITHIN.length() + 1);
				link.getCOSObject().removeItem(COSName.A);
				if (places.containsKey(id)) {
					PDActionGoTo action = new PDActionGoTo();
					action.setDestination(destination(places.get(id)));
					link.setAction(action);
				}
			}
		}
	}

	/** A number of a page is no part of its text. */
	private void number(PDPage page, String text, PDType0Font font) throws IOException {
		float width = font.getStringWidth(text) / 1000 * SIZE;
		try (PDPageContentStream content = new PDPageContentStream(this.pdf, page, AppendMode.APPEND, true, true)) {
			content.beginMarkedContent(COSName.ARTIFACT);
			content.beginText();
			content.setFont(font, SIZE);
			content.newLineAtOffset(page.getMediaBox().getWidth() - MARGIN - width, BASELINE);
			content.showText(text);
			content.endText();
			content.endMarkedContent();
		}
	}

	/** A drawn word is no figure: it is text, and this is the text. */
	private void nameDrawnWords() {
		Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<COSBase> todo = new ArrayDeque<>();
		todo.push(this.pdf.getDocumentCatalog().getStructureTreeRoot().getCOSObject());
		while (!todo.isEmpty()) {
			COSBase next = todo.pop();
			COSBase base = (next instanceof COSObject reference) ? reference.getObject() : next;
			if (base instanceof COSArray array) {
				array.forEach(todo::push);
			}
			else if (base instanceof COSDictionary element && seen.add(element)) {
				name(element);
				COSBase children = element.getItem(COSName.K);
				if (children != null) {
					todo.push(children);
				}
			}
		}
	}

	private static void name(COSDictionary element) {
		String alternative = element.getString(COSName.ALT);
		if (alternative != null && !alternative.isEmpty() && alternative.charAt(0) == PrintLetters.MARKER) {
			element.setName(COSName.S, "Span");
			element.setString(COSName.ACTUAL_TEXT, alternative.substring(1));
			element.removeItem(COSName.ALT);
			element.removeItem(COSName.A);
		}
	}

	/** The same report gives the same bytes: no time but its own, no chance. */
	private void describe() throws IOException {
		Instant created = Instant.parse(this.document.created()).truncatedTo(ChronoUnit.SECONDS);
		Calendar date = GregorianCalendar.from(created.atZone(ZoneOffset.UTC));
		String title = "%s – %s".formatted(this.document.title(), this.document.subtitle());
		PDDocumentInformation information = new PDDocumentInformation();
		information.setTitle(title);
		information.setAuthor(Document.AUTHOR);
		information.setSubject(this.document.description());
		information.setProducer("Stocktake");
		information.setCreationDate(date);
		information.setModificationDate(date);
		this.pdf.setDocumentInformation(information);
		PDMetadata metadata = new PDMetadata(this.pdf);
		metadata.importXMPMetadata(
				"""
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
					.formatted(escape(title), escape(Document.AUTHOR), escape(this.document.description()), "Stocktake",
							created)
					.getBytes(StandardCharsets.UTF_8));
		this.pdf.getDocumentCatalog().setMetadata(metadata);
		this.pdf.getDocument().getTrailer().removeItem(COSName.ID);
		this.pdf.setDocumentId(created.toEpochMilli() ^ title.hashCode());
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

}
