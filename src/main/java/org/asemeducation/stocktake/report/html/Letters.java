package org.asemeducation.stocktake.report.html;

import java.util.Optional;

import org.asemeducation.stocktake.report.document.Block.Chart;
import org.asemeducation.stocktake.report.document.ScriptRun;

/**
 * How the letters of a page get on it, and where its links lead.
 */
public interface Letters {

	/** A browser has fonts for everything and shapes what has to be shaped. */
	Letters OF_A_BROWSER = new Letters() {
	};

	/**
	 * A stretch of text that is not set as text.
	 * @param run the stretch
	 * @return our own markup that stands for it; nothing where it is plain text
	 */
	default Optional<String> drawn(ScriptRun run) {
		return Optional.empty();
	}

	/**
	 * Whether a letter can be shown.
	 * @param letter of a stretch that is plain text
	 * @param run the stretch
	 * @return false where a box stands for it
	 */
	default boolean isShown(int letter, ScriptRun run) {
		return true;
	}

	/**
	 * Where a link leads.
	 * @param target an address, or {@code #} and the id of a section
	 * @return what stands in the page
	 */
	default String address(String target) {
		return target;
	}

	/**
	 * A chart that is not drawn in the page itself.
	 * @param chart what is drawn
	 * @return our own markup that stands for it; nothing where it is drawn as SVG
	 */
	default Optional<String> drawn(Chart chart) {
		return Optional.empty();
	}

}
