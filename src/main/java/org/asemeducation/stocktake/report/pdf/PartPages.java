package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;

/**
 * What the pages of a part still lack once all parts are there: links from page to page,
 * page numbers, the text of drawn words.
 */
final class PartPages {

	private static final float MARGIN = 51;

	private static final float SIZE = 8;

	private static final float BASELINE = 34;

	private final PDType0Font font;

	private final Set<String> sections;

	private final int all;

	/**
	 * For all parts of a document.
	 * @param font of the page numbers
	 * @param sections ids of all sections
	 * @param all how many pages there are
	 */
	PartPages(PDType0Font font, Set<String> sections, int all) {
		this.font = font;
		this.sections = sections;
		this.all = all;
	}

	/**
	 * Finishes a part.
	 * @param before how many pages stand before it
	 * @param covered whether the very first page is a cover, which bears no number
	 */
	void finish(PDDocument part, int before, boolean covered) throws IOException {
		nameDrawnWords(part);
		int number = before;
		for (PDPage page : part.getPages()) {
			lead(page);
			number++;
			if (number > 1 || !covered) {
				number(part, page, "Page %d of %d".formatted(number, this.all));
			}
		}
	}

	/** What is not in the document leads nowhere. */
	private void lead(PDPage page) throws IOException {
		for (PDAnnotation annotation : page.getAnnotations()) {
			if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI address
					&& address.getURI().startsWith(PrintLetters.WITHIN)) {
				String id = address.getURI().substring(PrintLetters.WITHIN.length() + 1);
				link.getCOSObject().removeItem(COSName.A);
				if (this.sections.contains(id)) {
					PDActionGoTo action = new PDActionGoTo();
					action.setDestination(new PDNamedDestination(id));
					link.setAction(action);
				}
			}
		}
	}

	/** A number of a page is no part of its text. */
	private void number(PDDocument part, PDPage page, String text) throws IOException {
		float width = this.font.getStringWidth(text) / 1000 * SIZE;
		try (PDPageContentStream content = new PDPageContentStream(part, page, AppendMode.APPEND, true, true)) {
			content.beginMarkedContent(COSName.ARTIFACT);
			content.beginText();
			content.setFont(this.font, SIZE);
			content.newLineAtOffset(page.getMediaBox().getWidth() - MARGIN - width, BASELINE);
			content.showText(text);
			content.endText();
			content.endMarkedContent();
		}
	}

	/** A drawn word is no figure: it is text, and this is the text. */
	private static void nameDrawnWords(PDDocument part) {
		Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<COSBase> todo = new ArrayDeque<>();
		todo.push(part.getDocumentCatalog().getStructureTreeRoot().getCOSObject());
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

}
