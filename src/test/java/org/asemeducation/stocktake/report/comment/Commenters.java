package org.asemeducation.stocktake.report.comment;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.comment.CommentForm.Line;
import org.jspecify.annotations.Nullable;

/**
 * What the members of the reviewing body do in the comment round.
 */
public class Commenters {

	private final Commenting commenting;

	private final Troupe troupe;

	Commenters(Commenting commenting, Troupe troupe) {
		this.commenting = commenting;
		this.troupe = troupe;
	}

	/**
	 * Adds a comment to what somebody has written.
	 * @param cycle the cycle
	 * @param who such as {@code reviewer}
	 * @param about the id of a chapter or an initiative; {@code null}: the report in
	 * general
	 * @param text what they say
	 */
	public void comment(CycleName cycle, String who, @Nullable String about, String text) {
		FormDraft<CommentForm> written = this.commenting.round(cycle).by(this.troupe.user(who));
		List<Line> lines = new ArrayList<>(written.content().said());
		lines.add(new Line(about, text));
		this.commenting.save(cycle, written.version(), new CommentForm(lines), this.troupe.user(who));
	}

	/**
	 * Hands in what all have written.
	 * @param cycle the cycle
	 * @param who such as {@code reviewer}
	 */
	public void handIn(CycleName cycle, String who) {
		this.commenting.handIn(cycle, this.commenting.round(cycle).version(), this.troupe.user(who));
	}

}
