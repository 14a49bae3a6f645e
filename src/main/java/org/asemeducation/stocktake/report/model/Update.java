package org.asemeducation.stocktake.report.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * An accepted revision: what the coordinators say, and where it comes from. Texts are
 * plain, paragraphs by blank lines; what was left empty is absent.
 *
 * @param revision its number within the initiative, from 1
 * @param acceptedBy the body that accepted it, never a person
 * @param conclusions the paragraphs of the Chair's Conclusions it answers
 * @param completion {@code not-started}, {@code partly-completed} or {@code completed}
 * @param aims {@code not-yet-achieved}, {@code partly-achieved} or {@code achieved}
 * @param continuation {@code ongoing}, {@code suspended} or {@code concluded}
 * @param milestones what became of the activities and milestones of the plan's row; empty
 * in reports from before they were asked about
 * @param objectives what the initiative contributes to whole objectives; empty in reports
 * from before they were asked about
 * @param planChanges what is no longer true in the plan's own row
 * @param late true when it, or an earlier revision, came after the day that it was asked
 * for; absent otherwise, as in reports from before this was kept
 * @param entered that the secretariat entered it and for whom, in words; absent when the
 * coordinators submitted it
 * @param edited headings of the texts in which the secretariat prints other words than
 * were accepted; absent where it prints none
 */
public record Update(int revision, Instant submittedAt, Instant acceptedAt, String acceptedBy,
		@Nullable String conclusions, List<String> partners, @Nullable String progress, List<Event> events,
		@Nullable String highlights, @Nullable String addedValue, @Nullable String challenges, List<Answer> answers,
		@Nullable String completion, @Nullable String aims, @Nullable String continuation, List<Commitment> commitments,
		List<Milestone> milestones, List<ObjectiveServed> objectives, List<Contribution> contributions,
		List<Activity> plans, List<Medium> media, List<Link> links, @Nullable String planChanges,
		@Nullable Boolean late, @Nullable String entered, @Nullable List<String> edited) {

	public Update {
		partners = List.copyOf(partners);
		events = List.copyOf(events);
		answers = List.copyOf(answers);
		commitments = List.copyOf(commitments);
		milestones = Objects.requireNonNullElse(milestones, List.of());
		milestones = List.copyOf(milestones);
		objectives = Objects.requireNonNullElse(objectives, List.of());
		objectives = List.copyOf(objectives);
		contributions = List.copyOf(contributions);
		plans = List.copyOf(plans);
		media = List.copyOf(media);
		links = List.copyOf(links);
		edited = (edited != null) ? List.copyOf(edited) : null;
	}

	/**
	 * The same update with other running texts.
	 * @param titles headings of those that differ; {@code null} when none does
	 * @return as it is printed
	 */
	public Update worded(@Nullable String progress, @Nullable String highlights, @Nullable String addedValue,
			@Nullable String challenges, List<Answer> answers, @Nullable List<String> titles) {
		return new Update(this.revision, this.submittedAt, this.acceptedAt, this.acceptedBy, this.conclusions,
				this.partners, progress, this.events, highlights, addedValue, challenges, answers, this.completion,
				this.aims, this.continuation, this.commitments, this.milestones, this.objectives, this.contributions,
				this.plans, this.media, this.links, this.planChanges, this.late, this.entered, titles);
	}

	/**
	 * The same update without what is told elsewhere: what is left of it is given.
	 * @return as it is printed
	 */
	public Update besides(@Nullable String conclusions, List<String> partners, @Nullable String progress,
			List<Event> events, @Nullable String highlights, @Nullable String addedValue, @Nullable String challenges,
			List<Answer> answers, List<ObjectiveServed> objectives, List<Contribution> contributions) {
		return new Update(this.revision, this.submittedAt, this.acceptedAt, this.acceptedBy, conclusions, partners,
				progress, events, highlights, addedValue, challenges, answers, this.completion, this.aims,
				this.continuation, this.commitments, this.milestones, objectives, contributions, this.plans, this.media,
				this.links, this.planChanges, this.late, this.entered, this.edited);
	}

	/**
	 * Something that happened in the period.
	 *
	 * @param date as typed: a day, a month or a year
	 */
	public record Event(@Nullable String date, @Nullable String title, @Nullable String place) {
	}

	/**
	 * The answer to a question of the cycle.
	 */
	public record Answer(int position, String question, String text) {
	}

	/**
	 * You said, you did.
	 *
	 * @param text what was said in the plan or the last work plan; none when the answer
	 * names a commitment the cycle does not know
	 * @param outcome {@code done}, {@code partly}, {@code changed} or {@code dropped};
	 * none when it was not answered
	 * @param sentence what was done
	 */
	public record Commitment(int position, @Nullable String text, @Nullable String outcome, @Nullable String sentence) {
	}

	/**
	 * An activity or milestone of the plan's row, and where it stands.
	 *
	 * @param position its place in the plan's row, from 1
	 * @param text the plan's words
	 * @param outcome {@code done}, {@code under-way}, {@code not-started} or
	 * {@code dropped}; none when it was not answered
	 */
	public record Milestone(int position, String text, @Nullable String outcome, @Nullable String sentence) {
	}

	/**
	 * What the coordinators say they contribute to an objective as a whole: their claim,
	 * not an assessment.
	 *
	 * @param text the objective's title
	 */
	public record ObjectiveServed(int objective, @Nullable String text, @Nullable String sentence) {
	}

	/**
	 * What the coordinators say they contribute to a subgoal: their claim, not an
	 * assessment.
	 */
	public record Contribution(String subgoal, @Nullable String text, @Nullable String sentence) {
	}

	/**
	 * What is planned for the next two years.
	 */
	public record Activity(@Nullable String activity, @Nullable String when, @Nullable String output,
			@Nullable String result) {
	}

	/**
	 * A picture, chart or testimonial whose consent was given.
	 *
	 * @param words of a testimonial, as they were said; absent in reports from before
	 * they were asked for, which have a caption
	 * @param speaker who said them
	 * @param role as what
	 * @param picture what is printed of an attached picture; absent for one that is only
	 * on the web, and where it cannot be printed
	 */
	public record Medium(String kind, @Nullable String link, @Nullable String caption, @Nullable String credit,
			@Nullable String alternative, @Nullable String words, @Nullable String speaker, @Nullable String role,
			@Nullable Picture picture) {

		/**
		 * Whether it is somebody's words.
		 * @return false for a picture or a chart
		 */
		@JsonIgnore
		public boolean isQuoted() {
			return this.words != null;
		}

	}

	/**
	 * A document.
	 */
	public record Link(@Nullable String title, @Nullable String url) {
	}

}
