package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.asemeducation.stocktake.report.pdf.RenderedPart.Place;
import org.jspecify.annotations.Nullable;

/**
 * One tagged PDF of many: their pages in a row, their tags below one root. Each part is
 * written and forgotten, so that memory does not grow with their number. Its sections are
 * named destinations: {@code report.pdf#A01-I02} opens there.
 */
final class Volume {

	private final ObjectFile file;

	private final int pages;

	private final int structure;

	private final int tagged;

	private final List<Integer> pageNodes = new ArrayList<>();

	private final List<Integer> elements = new ArrayList<>();

	private final List<Integer> owners = new ArrayList<>();

	private final SortedMap<String, String> destinations = new TreeMap<>();

	private int roles;

	private int count;

	private int nextOwner;

	Volume(OutputStream out) throws IOException {
		this.file = new ObjectFile(out);
		this.pages = this.file.reserve();
		this.structure = this.file.reserve();
		this.tagged = this.file.reserve();
	}

	/** The number of an object that parts share and that is copied at the end. */
	int reserve() {
		return this.file.reserve();
	}

	/**
	 * Appends a part.
	 * @param part an open document, which is changed and can be closed then
	 * @param places its sections, by id
	 * @param shared what other parts have, too, with the numbers under which it is copied
	 * at the end
	 */
	void append(PDDocument part, Map<String, Place> places, Map<COSBase, Integer> shared) throws IOException {
		COSDictionary catalog = part.getDocumentCatalog().getCOSObject();
		COSDictionary root = dictionary(catalog, COSName.STRUCT_TREE_ROOT);
		COSDictionary document = dictionary(root, COSName.K);
		CopiedObjects objects = new CopiedObjects(this.file);
		shared.forEach(objects::standsFor);
		objects.standsFor(root, this.structure);
		objects.standsFor(document, this.tagged);
		if (this.roles == 0) {
			this.roles = objects.copy(dictionary(root, COSName.ROLE_MAP));
		}
		this.pageNodes.add(objects.copy(below(dictionary(catalog, COSName.PAGES), objects)));
		this.count += part.getNumberOfPages();
		children(document).forEach((element) -> this.elements.add(objects.copy(element)));
		own(part, dictionary(root, COSName.PARENT_TREE), objects);
		places.forEach((id, place) -> this.destinations.put(id,
				"[%d 0 R/XYZ 0 %d 0]".formatted(objects.copy(part.getPage(place.page()).getCOSObject()), place.top())));
		objects.write();
	}

	private COSDictionary below(COSDictionary node, CopiedObjects objects) {
		COSDictionary parent = new COSDictionary();
		objects.standsFor(parent, this.pages);
		node.setItem(COSName.PARENT, parent);
		return node;
	}

	/**
	 * Which tags a page and a link belong to is found by numbers: those of a part follow
	 * on those of the parts before.
	 */
	private void own(PDDocument part, COSDictionary tree, CopiedObjects objects) throws IOException {
		if (tree.getCOSArray(COSName.KIDS) != null) {
			throw new IllegalStateException("The tags of a part of the PDF are in another order than expected.");
		}
		for (PDPage page : part.getPages()) {
			shift(page.getCOSObject(), COSName.STRUCT_PARENTS);
			for (PDAnnotation annotation : page.getAnnotations()) {
				shift(annotation.getCOSObject(), COSName.STRUCT_PARENT);
			}
		}
		COSArray numbers = tree.getCOSArray(COSName.NUMS);
		int next = this.nextOwner;
		for (int at = 0; at < numbers.size(); at += 2) {
			int number = this.nextOwner + ((COSInteger) numbers.getObject(at)).intValue();
			this.owners.add(number);
			this.owners.add(objects.copy(numbers.get(at + 1)));
			next = Math.max(next, number + 1);
		}
		this.nextOwner = next;
	}

	private void shift(COSDictionary owned, COSName name) {
		int number = owned.getInt(name);
		if (number >= 0) {
			owned.setInt(name, this.nextOwner + number);
		}
	}

	/**
	 * Writes what only the whole has.
	 * @param rest its bookmarks, its description and its information
	 * @param shared what was promised to the parts
	 */
	void end(Ending rest, Map<COSBase, Integer> shared) throws IOException {
		CopiedObjects objects = new CopiedObjects(this.file);
		shared.forEach(objects::copy);
		String bookmarks = (rest.bookmarks() == null) ? ""
				: "/Outlines %d 0 R/PageMode/UseOutlines".formatted(objects.copy(rest.bookmarks()));
		int metadata = objects.copy(rest.metadata());
		int information = objects.copy(rest.information());
		objects.write();
		write(this.pages, "<</Type/Pages/Count %d/Kids%s>>".formatted(this.count, references(this.pageNodes)));
		write(this.tagged, "<</Type/StructElem/S/Document/Lang(%s)/P %d 0 R/K%s>>".formatted(rest.language(),
				this.structure, references(this.elements)));
		int tree = this.file.reserve();
		write(tree, "<</Nums" + owners() + ">>");
		write(this.structure, "<</Type/StructTreeRoot/K %d 0 R/RoleMap %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
			.formatted(this.tagged, this.roles, tree, this.nextOwner));
		int names = this.file.reserve();
		write(names, "<</Names" + destinations() + ">>");
		int catalog = this.file.reserve();
		write(catalog,
				"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang(%s)/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R/Names<</Dests %d 0 R>>%s>>"
					.formatted(this.pages, this.structure, rest.language(), metadata, names, bookmarks));
		this.file.end(catalog, information);
	}

	private void write(int number, String object) throws IOException {
		this.file.object(number, object.getBytes(StandardCharsets.US_ASCII));
	}

	private static String references(List<Integer> numbers) {
		StringBuilder text = new StringBuilder("[");
		numbers.forEach((number) -> text.append(number).append(" 0 R "));
		return text.append(']').toString();
	}

	private String owners() {
		StringBuilder text = new StringBuilder("[");
		for (int at = 0; at < this.owners.size(); at += 2) {
			text.append(this.owners.get(at)).append(' ').append(this.owners.get(at + 1)).append(" 0 R ");
		}
		return text.append(']').toString();
	}

	private String destinations() {
		StringBuilder text = new StringBuilder("[");
		this.destinations.forEach(
				(id, place) -> text.append('(').append(id.replaceAll("[()\\\\]", "\\\\$0")).append(')').append(place));
		return text.append(']').toString();
	}

	private static List<COSBase> children(COSDictionary element) {
		COSBase children = element.getDictionaryObject(COSName.K);
		return (children instanceof COSArray array) ? new ArrayList<>(array.toList()) : List.of(children);
	}

	private static COSDictionary dictionary(COSDictionary in, COSName name) {
		if (in.getDictionaryObject(name) instanceof COSDictionary found) {
			return found;
		}
		throw new IllegalStateException("A part of the PDF has no %s.".formatted(name.getName()));
	}

	/**
	 * What stands once, whatever the number of parts.
	 *
	 * @param bookmarks the outline; {@code null} when there are no sections
	 * @param metadata XMP
	 * @param information the document information dictionary
	 * @param language of the document
	 */
	record Ending(@Nullable COSDictionary bookmarks, COSBase metadata, COSDictionary information, String language) {
	}

}
