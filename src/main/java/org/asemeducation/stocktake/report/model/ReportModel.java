package org.asemeducation.stocktake.report.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One compiled version of the Stocktaking Report of a cycle.
 *
 * @param cycle the cycle it reports on
 * @param version counted from 1 within the cycle
 * @param compiledAt when its content was gathered; the only "now" a format may print
 * @param state for whom it is
 * @param chapters the free chapters that have a text, in the order of the report
 * @param secretariatTerms who ran the secretariat, from when to when, in the plan's words
 * @param glance the numbers of the first page
 * @param parts every initiative of the cycle, exactly once
 * @param workPlan the annex, from the first sealed version on; none before
 * @param paragraphs where each paragraph comes from, in reading order; absent in reports
 * from before this was kept
 * @param outline the keys of its chapters in their order; absent in reports from before
 * they could be chosen, which have {@link ReportChapter#BEFORE}
 * @param since what changed since the last report; absent where there is none
 * @param participation who takes part; absent in reports from before this was counted
 * @param assessments of the secretariat, by subgoal; absent in reports from before there
 * were any
 * @param template the SHA-256 of the Word template that its Word files are written with;
 * absent for the house's own
 * @param contributions of partners and stakeholders without an initiative, in the order
 * of the report; absent where none was accepted
 * @param objectives of the plan with their subgoals, whether or not it is confirmed which
 * actions serve them; absent in reports from before they were kept
 */
public record ReportModel(ReportCycle cycle, int version, Instant compiledAt, State state, List<Chapter> chapters,
		List<String> secretariatTerms, Glance glance, List<Part> parts, @Nullable Annex workPlan,
		@Nullable List<Origin> paragraphs, @Nullable List<String> outline, @Nullable Since since,
		@Nullable Participation participation, @Nullable List<Assessment> assessments, @Nullable String template,
		@Nullable List<PartyContribution> contributions, @Nullable List<Objective> objectives) {

	public ReportModel {
		chapters = List.copyOf(chapters);
		secretariatTerms = List.copyOf(secretariatTerms);
		parts = List.copyOf(parts);
		paragraphs = (paragraphs != null) ? List.copyOf(paragraphs) : null;
		outline = (outline != null) ? List.copyOf(outline) : null;
		assessments = (assessments != null) ? List.copyOf(assessments) : null;
		contributions = (contributions != null) ? List.copyOf(contributions) : null;
		objectives = (objectives != null) ? List.copyOf(objectives) : null;
	}

	/**
	 * All initiatives in the order of the report.
	 * @return each initiative of the cycle once
	 */
	public Stream<Initiative> initiatives() {
		return this.parts.stream()
			.flatMap((part) -> part.actions().stream())
			.flatMap((it) -> it.initiatives().stream());
	}

	/**
	 * The text of a free chapter.
	 * @param chapter which one
	 * @return the text; empty when nobody has written it yet
	 */
	public String text(FreeChapter chapter) {
		return this.chapters.stream()
			.filter((it) -> it.key().equals(chapter.key()))
			.map(Chapter::text)
			.findFirst()
			.orElse("");
	}

	/**
	 * The same version with its annex.
	 * @param annex the work plan, or none
	 * @return a model that says so
	 */
	public ReportModel with(@Nullable Annex annex) {
		return new ReportModel(this.cycle, this.version, this.compiledAt, this.state, this.chapters,
				this.secretariatTerms, this.glance, this.parts, annex, this.paragraphs, this.outline, this.since,
				this.participation, this.assessments, this.template, this.contributions, this.objectives);
	}

	/**
	 * The same version, with where its paragraphs come from.
	 * @param origins one for each paragraph
	 * @return a model that says so
	 */
	public ReportModel told(List<Origin> origins) {
		return new ReportModel(this.cycle, this.version, this.compiledAt, this.state, this.chapters,
				this.secretariatTerms, this.glance, this.parts, this.workPlan, origins, this.outline, this.since,
				this.participation, this.assessments, this.template, this.contributions, this.objectives);
	}

	/**
	 * The same version, with what is made of its updates as a whole.
	 * @param keys of its chapters, in their order
	 * @param changed since the last report, or none
	 * @param parties who takes part
	 * @param assessed by the secretariat
	 * @return a model that says so
	 */
	public ReportModel read(List<String> keys, @Nullable Since changed, Participation parties,
			List<Assessment> assessed) {
		return new ReportModel(this.cycle, this.version, this.compiledAt, this.state, this.chapters,
				this.secretariatTerms, this.glance, this.parts, this.workPlan, this.paragraphs, keys, changed, parties,
				assessed, this.template, this.contributions, this.objectives);
	}

	/**
	 * The same version, with how its Word files look.
	 * @param sha256 of a template, or none
	 * @return a model that says so
	 */
	public ReportModel lookingLike(@Nullable String sha256) {
		return new ReportModel(this.cycle, this.version, this.compiledAt, this.state, this.chapters,
				this.secretariatTerms, this.glance, this.parts, this.workPlan, this.paragraphs, this.outline,
				this.since, this.participation, this.assessments, sha256, this.contributions, this.objectives);
	}

	/**
	 * The same version, with the objectives of its plan.
	 * @param known with their subgoals
	 * @return a model that says so
	 */
	public ReportModel knowing(List<Objective> known) {
		return new ReportModel(this.cycle, this.version, this.compiledAt, this.state, this.chapters,
				this.secretariatTerms, this.glance, this.parts, this.workPlan, this.paragraphs, this.outline,
				this.since, this.participation, this.assessments, this.template, this.contributions, known);
	}

	/**
	 * The objectives of the plan with their subgoals.
	 * @return in the order of the plan; of a report from before they were kept those that
	 * its parts name, none where nothing was confirmed
	 */
	public List<Objective> frame() {
		return (this.objectives != null) ? this.objectives
				: parts(Part.Kind.OBJECTIVE)
					.map((it) -> new Objective(Objects.requireNonNull(it.objective()), it.title(), it.subgoals()))
					.toList();
	}

	/**
	 * Whether of no action it is confirmed which objectives it serves: an initiative then
	 * belongs to those that its coordinators claim.
	 * @return false also in reports from before the objectives were kept
	 */
	public boolean goesByClaims() {
		return this.objectives != null && !this.objectives.isEmpty() && parts(Part.Kind.OBJECTIVE).findAny().isEmpty();
	}

	private Stream<Part> parts(Part.Kind kind) {
		return this.parts.stream().filter((it) -> it.kind() == kind);
	}

	/**
	 * What partners and stakeholders without an initiative contributed.
	 * @return in the order of the report; empty where nothing was accepted
	 */
	public List<PartyContribution> contributed() {
		return (this.contributions != null) ? this.contributions : List.of();
	}

	/**
	 * The keys of its chapters.
	 * @return in the order of the report
	 */
	public List<String> order() {
		return (this.outline != null) ? this.outline : ReportChapter.BEFORE;
	}

	/** Whom a version is for. */
	public enum State {

		/** The secretariat and the reviewing body, who work on it. */
		DRAFT,
		/** Senior officials, who may ask for changes; sealed. */
		FOR_OFFICIALS,
		/** Ministers, who adopt its annex; sealed, and published as it is. */
		FOR_MINISTERS,
		/** Everybody: what was published before versions were sealed. */
		PUBLISHED,
		/** Everybody: what was published, with mistakes put right; sealed. */
		CORRECTED;

		/**
		 * As it stands in JSON.
		 * @return lower case, words joined by hyphens
		 */
		@JsonValue
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * A chapter that was commissioned from an author.
	 * @param key as it stands in the {@link #order()}
	 * @return nothing where the key is of no such chapter
	 */
	public Optional<Chapter> commissioned(String key) {
		return this.chapters.stream().filter((it) -> it.author() != null && it.key().equals(key)).findFirst();
	}

	/**
	 * A chapter somebody wrote.
	 *
	 * @param key see {@link FreeChapter}; {@code chapter-1} and so on where it was
	 * commissioned
	 * @param title its heading
	 * @param text plain text, paragraphs by blank lines
	 * @param author who is printed as its author; absent for the secretariat's own
	 */
	public record Chapter(String key, String title, String text, @Nullable String author) {
	}

}
