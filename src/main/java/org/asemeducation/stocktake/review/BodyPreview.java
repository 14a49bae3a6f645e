package org.asemeducation.stocktake.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.review.FollowingFromBody.Line;
import org.asemeducation.stocktake.review.FollowingFromBody.OfCycle;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what follows from another reviewing body before it is in force: it is put in
 * force, everything is read and the updates to come are dealt out by the rules that count
 * then, and all is taken back.
 */
@Component
class BodyPreview {

	private static final String NOBODY = "nobody";

	private final BodyTables tables;

	private final ReviewingBody body;

	private final Dealing dealing;

	private final Tasks tasks;

	private final Register register;

	private final MailsToReviewers mails;

	private final TransactionTemplate transaction;

	BodyPreview(BodyTables tables, ReviewingBody body, Dealing dealing, Tasks tasks, Register register,
			MailsToReviewers mails, PlatformTransactionManager transactions) {
		this.tables = tables;
		this.body = body;
		this.dealing = dealing;
		this.tasks = tasks;
		this.register = register;
		this.mails = mails;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What would follow. Nothing is changed.
	 * @param cycles where to look
	 * @param change what would be done
	 * @return what is so now and would be then, for each cycle
	 * @throws IllegalArgumentException when it cannot be done
	 */
	FollowingFromBody of(Collection<CycleName> cycles, Runnable change) {
		Map<CycleName, Look> now = takenBack(() -> look(cycles));
		Map<CycleName, Look> then = takenBack(() -> {
			change.run();
			return look(cycles);
		});
		return new FollowingFromBody(
				cycles.stream().map((cycle) -> ofCycle(cycle, now.get(cycle), then.get(cycle))).toList());
	}

	private <T> T takenBack(Supplier<T> look) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return look.get();
		}));
	}

	private Map<CycleName, Look> look(Collection<CycleName> cycles) {
		Map<CycleName, Look> looks = new LinkedHashMap<>();
		cycles.forEach((cycle) -> looks.put(cycle,
				new Look(reviews(cycle), this.tables.otherTasks(cycle), toCome(cycle), this.mails.toCome(cycle))));
		return looks;
	}

	private Map<String, String> reviews(CycleName cycle) {
		Map<String, String> reviews = new LinkedHashMap<>();
		this.tables.inReview(cycle).forEach((key) -> reviews.put(key.initiative().value(), holder(key)));
		return reviews;
	}

	/** Who has it stays its reviewer unless they may not review any more. */
	private String holder(UpdateKey key) {
		String user = this.tasks.open(key.businessKey(), ReviewProcess.REVIEW_UPDATE)
			.map(Tasks.OpenTask::assignee)
			.orElse(null);
		if (user == null) {
			return this.body.canReview(key) ? "whoever takes it" : NOBODY;
		}
		try {
			this.body.requireMember(key, user);
			return this.register.nameOf(user);
		}
		catch (Refused refused) {
			return "%s, who may not decide on it; any other member takes it".formatted(this.register.nameOf(user));
		}
	}

	private Map<String, String> toCome(CycleName cycle) {
		Map<String, String> toCome = new LinkedHashMap<>();
		this.tables.toCome(cycle)
			.forEach((key) -> toCome.put(key.initiative().value(),
					this.dealing.deal(key).map(this.register::nameOf).orElse(NOBODY)));
		return toCome;
	}

	private static OfCycle ofCycle(CycleName cycle, Look now, Look then) {
		return new OfCycle(cycle.value(), lines(now.reviews(), then.reviews()), lines(now.others(), then.others()),
				lines(now.toCome(), then.toCome()), mails(now.mails(), then.mails()));
	}

	private static List<Line> lines(Map<String, String> now, Map<String, String> then) {
		return now.keySet()
			.stream()
			.map((what) -> new Line(what, now.get(what), then.getOrDefault(what, NOBODY)))
			.toList();
	}

	private static List<Line> mails(List<MailsToReviewers.ToCome> now, List<MailsToReviewers.ToCome> then) {
		List<Line> lines = new ArrayList<>();
		now.forEach((mail) -> lines
			.add(new Line(called(mail), mail.reader(), then.contains(mail) ? mail.reader() : NOBODY)));
		then.stream()
			.filter((mail) -> !now.contains(mail))
			.forEach((mail) -> lines.add(new Line(called(mail), NOBODY, mail.reader())));
		return lines;
	}

	private static String called(MailsToReviewers.ToCome mail) {
		return "%s, %s".formatted(mail.at(), mail.why());
	}

	/** What is so at one time, by what it is about. */
	private record Look(Map<String, String> reviews, Map<String, String> others, Map<String, String> toCome,
			List<MailsToReviewers.ToCome> mails) {
	}

}
