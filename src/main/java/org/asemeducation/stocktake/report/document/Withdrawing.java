package org.asemeducation.stocktake.report.document;

import java.util.function.Predicate;

import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Withdrawn;
import org.asemeducation.stocktake.report.model.Picture;

/**
 * Takes out of a document that was put together before what somebody no longer agrees to.
 * Its passages keep their numbers.
 *
 * @param picture whether consent to it has been withdrawn
 * @param words whether consent to quoting them has been withdrawn
 */
public record Withdrawing(Predicate<Picture> picture, Predicate<String> words) {

	private static final String NO_PICTURE = "A picture stood here; consent to it has been withdrawn, and it is deleted.";

	private static final String NO_QUOTE = "A testimonial stood here; consent to it has been withdrawn.";

	/**
	 * The same document without them.
	 * @param document any
	 * @return with a line in the place of each
	 */
	public Document from(Document document) {
		return new Document(document.title(), document.subtitle(), document.edition(), document.draft(),
				document.imprint(), document.description(), document.created(),
				document.sections().stream().map((section) -> (Section) left(section)).toList());
	}

	private Block left(Block block) {
		if (block instanceof Section it) {
			return new Section(it.kind(), it.id(), it.label(), it.title(), it.mark(), it.objective(),
					it.blocks().stream().map(this::left).toList());
		}
		if (block instanceof Illustration it && this.picture.test(it.picture())) {
			return new Withdrawn(NO_PICTURE, PassageNumbers.behind(it));
		}
		if (block instanceof Quote it && this.words.test(it.words())) {
			return new Withdrawn(NO_QUOTE, PassageNumbers.behind(it));
		}
		return block;
	}

}
