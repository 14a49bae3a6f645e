package org.asemeducation.stocktake.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.DateMove;
import org.asemeducation.stocktake.cycle.DateMoves;
import org.asemeducation.stocktake.cycle.MeetingActs;
import org.asemeducation.stocktake.cycle.MeetingOutcome;
import org.asemeducation.stocktake.cycle.ChangingFormat;
import org.asemeducation.stocktake.cycle.completion.RehearsedCompletion;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.rehearsal.Scenario.Contributes;
import org.asemeducation.stocktake.rehearsal.Scenario.Down;
import org.asemeducation.stocktake.rehearsal.Scenario.Answered;
import org.asemeducation.stocktake.rehearsal.Scenario.Draft;
import org.asemeducation.stocktake.rehearsal.Scenario.Drop;
import org.asemeducation.stocktake.rehearsal.Scenario.Event;
import org.asemeducation.stocktake.rehearsal.Scenario.Extend;
import org.asemeducation.stocktake.rehearsal.Scenario.Mend;
import org.asemeducation.stocktake.rehearsal.Scenario.Move;
import org.asemeducation.stocktake.rehearsal.Scenario.HandsOver;
import org.asemeducation.stocktake.rehearsal.Scenario.Noted;
import org.asemeducation.stocktake.rehearsal.Scenario.OfInitiative;
import org.asemeducation.stocktake.rehearsal.Scenario.OfRound;
import org.asemeducation.stocktake.rehearsal.Scenario.OfVersion;
import org.asemeducation.stocktake.rehearsal.Scenario.HeldAs;
import org.asemeducation.stocktake.rehearsal.Scenario.Refuses;
import org.asemeducation.stocktake.rehearsal.Scenario.Review;
import org.asemeducation.stocktake.rehearsal.Scenario.Submit;
import org.asemeducation.stocktake.review.Noting;
import org.asemeducation.stocktake.review.Reviewing;
import org.asemeducation.stocktake.review.Verdict;
import org.asemeducation.stocktake.review.fixlist.AnsweringRemarks;
import org.asemeducation.stocktake.update.RehearsedSubmission;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.people.Answering;
import org.asemeducation.stocktake.update.extension.GivingTime;
import org.asemeducation.stocktake.update.extension.Grant;
import org.asemeducation.stocktake.update.contribution.RehearsedContribution;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes of a scenario what its people do: open the cycle, write, submit, review, move
 * what was planned. A submission or an answer that no later event reviews is accepted
 * three days later.
 */
@Component
class People {

	private static final int DAYS_TO_ACCEPTANCE = 3;

	private final CycleOpening opening;

	private final RehearsedCompletion completion;

	private final RehearsedSubmission submission;

	private final Answering answering;

	private final Successions successions;

	private final Revisions revisions;

	private final Reviewing reviewing;

	private final Noting noting;

	private final AnsweringRemarks fixes;

	private final DateMoves moves;

	private final MeetingActs meetings;

	private final ChangingFormat formats;

	private final GivingTime giving;

	private final Delegations delegations;

	private final Mailboxes mailboxes;

	private final ForeseenMails foreseen;

	private final RoundPeople round;

	private final RehearsedContribution contribution;

	private final Cast cast;

	People(CycleOpening opening, RehearsedCompletion completion, RehearsedSubmission submission, Answering answering,
			Successions successions, Revisions revisions, Reviewing reviewing, Noting noting, AnsweringRemarks fixes,
			DateMoves moves, MeetingActs meetings, ChangingFormat formats, GivingTime giving, Delegations delegations,
			Mailboxes mailboxes, ForeseenMails foreseen, RoundPeople round, RehearsedContribution contribution,
			Cast cast) {
		this.round = round;
		this.contribution = contribution;
		this.opening = opening;
		this.completion = completion;
		this.submission = submission;
		this.answering = answering;
		this.successions = successions;
		this.revisions = revisions;
		this.reviewing = reviewing;
		this.noting = noting;
		this.fixes = fixes;
		this.moves = moves;
		this.meetings = meetings;
		this.formats = formats;
		this.giving = giving;
		this.delegations = delegations;
		this.mailboxes = mailboxes;
		this.foreseen = foreseen;
		this.cast = cast;
	}

	/**
	 * What happens.
	 * @param scenario the scenario
	 * @return in the order of time; on the same day in file order
	 */
	List<Happening> happenings(Scenario scenario) {
		List<Happening> happenings = new ArrayList<>();
		happenings.add(new Happening(scenario.noon(scenario.opens()), () -> open(scenario)));
		List<Event> events = scenario.events()
			.stream()
			.filter((event) -> !(event instanceof Down))
			.sorted(Comparator.comparing(Event::date))
			.toList();
		for (int position = 0; position < events.size(); position++) {
			Event event = events.get(position);
			happenings.add(new Happening(scenario.noon(event.date()),
					() -> told(scenario, event, () -> play(scenario, event))));
			if (event instanceof OfInitiative handedIn && goesToReview(event)
					&& !isReviewed(handedIn, events.subList(position + 1, events.size()))) {
				LocalDate accepted = event.date().plusDays(DAYS_TO_ACCEPTANCE);
				happenings.add(new Happening(scenario.noon(accepted),
						() -> told(scenario, event, () -> accept(key(scenario, handedIn)))));
			}
		}
		happenings.sort(Comparator.comparing(Happening::at));
		return happenings;
	}

	private void open(Scenario scenario) {
		this.cast.assemble(scenario);
		Scenario.Completes draft = scenario.completes();
		if (draft == null) {
			this.foreseen.remember(this.opening.open(scenario.cycle(), scenario.hanging(), this.cast.secretariat()));
			return;
		}
		CycleName round = this.completion.open(scenario.cycle(), draft.file(), draft.content(),
				this.cast.secretariat());
		this.cast.assembleFor(round);
		this.foreseen.remember(round);
	}

	private static boolean goesToReview(Event event) {
		return event instanceof Submit || event instanceof Answered answered && !answered.answer().isNotOurs();
	}

	private static boolean isReviewed(OfInitiative handedIn, List<Event> later) {
		return later.stream()
			.filter(OfInitiative.class::isInstance)
			.map(OfInitiative.class::cast)
			.filter((event) -> event.initiative().equals(handedIn.initiative()) && !(event instanceof Noted))
			.findFirst()
			.filter(Review.class::isInstance)
			.isPresent();
	}

	private void play(Scenario scenario, Event event) {
		if (event instanceof OfInitiative ofInitiative) {
			play(ofInitiative, key(scenario, ofInitiative));
		}
		else if (event instanceof OfRound ofRound) {
			this.round.play(scenario.name(), ofRound, this.cast.secretariat());
		}
		else if (event instanceof OfVersion ofVersion) {
			this.delegations.play(ofVersion, scenario);
		}
		else if (event instanceof Contributes contributes) {
			this.contribution.contribute(scenario.name(), contributes.party(), contributes.text(),
					contributes.accepted(), contributes.change(), this.cast.secretariat());
		}
		else if (event instanceof Move move) {
			this.moves.move(scenario.name(), move.what(), new DateMove(move.to(), null, move.reason()),
					this.cast.secretariat());
		}
		else if (event instanceof Drop drop) {
			this.meetings.decide(scenario.name(), drop.meeting(), MeetingOutcome.dropped(drop.reason()),
					this.cast.secretariat());
		}
		else if (event instanceof Extend extend) {
			this.giving.grant(new UpdateKey(scenario.name(), new InitiativeId(extend.initiative())),
					new Grant(extend.to(), extend.reason(), extend.pastFreeze()), this.cast.secretariat());
		}
		else if (event instanceof HeldAs held) {
			this.formats.change(scenario.name(), held.meeting(), held.format(), this.cast.secretariat());
		}
		else if (event instanceof Refuses refuses) {
			this.mailboxes.goes(refuses.address());
		}
		else if (event instanceof Mend mend) {
			this.mailboxes.mend(mend.address(), mend.to(), this.cast.secretariat());
		}
	}

	private void play(OfInitiative event, UpdateKey key) {
		if (event instanceof Submit submit) {
			String speaker = this.cast.speaker(event.initiative()).orElse(null);
			this.fixes.rehearse(key, submit.notDone(), (speaker != null) ? speaker : this.cast.secretariat());
			this.submission.submit(key, submit.content(), speaker, this.cast.secretariat());
		}
		else if (event instanceof Answered answered) {
			this.answering.answer(key, answered.answer(),
					this.cast.speaker(event.initiative())
						.orElseThrow(() -> Refused
							.conflict("Nobody coordinates %s: nobody can answer.".formatted(key.initiative()))));
		}
		else if (event instanceof HandsOver handsOver) {
			this.successions.handOver(key, handsOver.party());
		}
		else if (event instanceof Draft draft) {
			this.submission.save(key, draft.content(),
					this.cast.speaker(event.initiative()).orElseGet(this.cast::secretariat));
		}
		else if (event instanceof Noted noted) {
			noted.remarks()
				.forEach((field, text) -> this.noting.note(key, latest(key), field, text, reviewer(noted.by())));
		}
		else if (event instanceof Review review) {
			this.reviewing.review(key,
					new Verdict(latest(key), review.accepted(), review.remarks(), review.opensAll(), Integer.MAX_VALUE),
					reviewer(review.by()));
		}
	}

	private void accept(UpdateKey key) {
		this.reviewing.review(key, new Verdict(latest(key), true, null, null, Integer.MAX_VALUE), this.cast.reviewer());
	}

	private int latest(UpdateKey key) {
		return this.revisions.latest(key).map(Revision::number).orElse(0);
	}

	private String reviewer(@Nullable String email) {
		return (email == null) ? this.cast.reviewer() : this.cast.reviewer(email)
			.orElseThrow(() -> Refused.conflict("Nobody of the reviewers has the address %s.".formatted(email)));
	}

	private static UpdateKey key(Scenario scenario, OfInitiative event) {
		return new UpdateKey(scenario.name(), new InitiativeId(event.initiative()));
	}

	private static void told(Scenario scenario, Event event, Runnable act) {
		try {
			act.run();
		}
		catch (Refused refused) {
			throw BadScenario.at(scenario.file(), event.where(), refused.getMessage());
		}
	}

}
