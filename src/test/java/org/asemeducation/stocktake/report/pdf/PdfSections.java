package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a PDF by its bookmarks, without any white space, since a line may end in a
 * long word: what stands below a bookmark's place and above the next one's.
 */
public final class PdfSections extends PDFTextStripper {

	private final List<Start> starts = new ArrayList<>();

	private final Map<String, StringBuilder> texts = new TreeMap<>();

	private PdfSections(PDDocument document) throws IOException {
		this.starts.add(new Start("", 0, 0));
		collect(document, document.getDocumentCatalog().getDocumentOutline());
		getText(document);
	}

	/**
	 * Reads it.
	 * @return by the name of the place; what stands before the first is under ""
	 */
	public static Map<String, String> of(byte[] pdf) throws IOException {
		Map<String, String> sections = new TreeMap<>();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			new PdfSections(document).texts
				.forEach((name, text) -> sections.put(name, text.toString().replaceAll("[\\s\u200B]+", "")));
		}
		return sections;
	}

	private void collect(PDDocument document, PDOutlineNode node) throws IOException {
		for (PDOutlineItem item : node.children()) {
			PDNamedDestination name = (PDNamedDestination) item.getDestination();
			var place = (PDPageXYZDestination) document.getDocumentCatalog().findNamedDestinationPage(name);
			this.starts.add(new Start(name.getNamedDestination(), place.retrievePageNumber() + 1, place.getTop()));
			collect(document, item);
		}
	}

	@Override
	protected void writeString(String text, List<TextPosition> letters) {
		float height = getCurrentPage().getMediaBox().getHeight() - letters.get(0).getYDirAdj();
		Start start = this.starts.stream()
			.filter((it) -> it.page() < getCurrentPageNo() || (it.page() == getCurrentPageNo() && height <= it.top()))
			.reduce((one, later) -> later)
			.orElseThrow();
		this.texts.computeIfAbsent(start.name(), (name) -> new StringBuilder()).append(text);
	}

	private record Start(String name, int page, int top) {
	}

}
