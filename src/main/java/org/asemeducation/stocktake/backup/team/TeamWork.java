package org.asemeducation.stocktake.backup.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.backup.team.OpenWork.Line;
import org.asemeducation.stocktake.engine.HeldTasks;
import org.asemeducation.stocktake.engine.HeldTasks.HeldTask;
import org.asemeducation.stocktake.report.PassingChaptersOn;
import org.asemeducation.stocktake.report.chapter.PassingCommissionsOn;
import org.asemeducation.stocktake.report.chapter.PassingCommissionsOn.Written;
import org.asemeducation.stocktake.review.PassingReviewsOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people of the secretariat have to do, wherever it says that it is they.
 */
@Component
public class TeamWork {

	private final Register register;

	private final HeldTasks tasks;

	private final PassingChaptersOn chapters;

	private final PassingCommissionsOn commissions;

	private final PassingReviewsOn reviews;

	private final JdbcClient jdbc;

	TeamWork(Register register, HeldTasks tasks, PassingChaptersOn chapters, PassingCommissionsOn commissions,
			PassingReviewsOn reviews, JdbcClient jdbc) {
		this.register = register;
		this.tasks = tasks;
		this.chapters = chapters;
		this.commissions = commissions;
		this.reviews = reviews;
		this.jdbc = jdbc;
	}

	/**
	 * The secretariat's people.
	 * @return in the order of their names
	 */
	@Transactional(readOnly = true)
	public List<Contact> team() {
		List<Long> ids = this.jdbc.sql("select contact from contact_role where role = 'secretariat'")
			.query(Long.class)
			.list();
		return this.register.contacts().stream().filter((one) -> ids.contains(one.id().value())).toList();
	}

	/**
	 * What would pass on. Nothing is changed.
	 * @param leaving the numbers of those who leave
	 * @param taker the number of who takes over
	 * @return all of it
	 * @throws IllegalArgumentException when these are not people of the secretariat
	 */
	@Transactional(readOnly = true)
	public OpenWork foresee(List<Long> leaving, long taker) {
		Map<Long, Contact> team = team().stream().collect(Collectors.toMap((one) -> one.id().value(), (one) -> one));
		if (leaving.isEmpty()) {
			throw new IllegalArgumentException("Choose who leaves.");
		}
		if (leaving.contains(taker)) {
			throw new IllegalArgumentException("Who leaves cannot take over: choose somebody else.");
		}
		if (!team.containsKey(taker) || !team.keySet().containsAll(leaving)) {
			throw new IllegalArgumentException(
					"Choose people of the secretariat only. New ones are entered under Contacts.");
		}
		return of(leaving.stream().distinct().sorted().map(team::get).toList(), team.get(taker));
	}

	private OpenWork of(List<Contact> leaving, Contact taker) {
		List<String> users = leaving.stream().map(Contact::userId).toList();
		List<Line> lines = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		for (HeldTask task : this.tasks.of(users)) {
			lines.add(new Line("task " + task.id(), task.name(), task.about(), task.due(), task.holder(),
					name(task.holder())));
			if (!this.tasks.isOffered(task.id(), taker.userId())) {
				problems.add("“%s” (%s) is not offered to %s: let %s speak for its party first, under Contacts."
					.formatted(task.name(), task.about(), taker.name(), taker.name()));
			}
		}
		this.chapters.of(users)
			.forEach((one) -> lines.add(new Line("chapter %s/%s".formatted(one.cycle(), one.chapter()),
					"Named as the author of the %s".formatted(one.chapter()), one.cycle(), null, one.author(),
					name(one.author()))));
		for (Written one : this.commissions.of(users)) {
			lines.add(new Line("commission %s/%d".formatted(one.cycle(), one.number()),
					"Named as the author of “%s”".formatted(one.title()), one.cycle(), null, one.author(),
					name(one.author())));
			if (!this.commissions.couldBeBy(one, taker.userId())) {
				problems.add("“%s” (%s) is written for %s, for which %s does not speak: change its author first."
					.formatted(one.title(), one.cycle(), one.party(), taker.name()));
			}
		}
		this.reviews.of(users)
			.forEach((one) -> lines
				.add(new Line("review %s/%s".formatted(one.cycle(), one.initiative()), "Was dealt the review",
						one.cycle() + "/" + one.initiative(), null, one.reviewer(), name(one.reviewer()))));
		return new OpenWork(leaving, taker, lines, problems);
	}

	/** Passes on all of it, in the caller's transaction. */
	void passOn(OpenWork work) {
		List<String> users = work.leaving().stream().map(Contact::userId).toList();
		String to = work.taker().userId();
		this.commissions.of(users).forEach((one) -> this.commissions.passOn(one, to));
		this.chapters.passOn(users, to);
		this.reviews.passOn(users, to);
		this.tasks.of(users).forEach((task) -> this.tasks.passOn(task.id(), to));
	}

	/**
	 * Nobody completes, claims or gets one of them until the transaction ends. Cycles
	 * come first, as everywhere.
	 */
	void lock(OpenWork work) {
		this.jdbc.sql("select name from cycle where name = any(:names) order by name for update")
			.param("names",
					work.lines()
						.stream()
						.map((line) -> line.about().split("/", 2)[0])
						.distinct()
						.toArray(String[]::new))
			.query(String.class)
			.list();
		work.leaving().stream().map(Contact::id).forEach(this.register::lock);
		this.tasks.lock(work.leaving().stream().map(Contact::userId).toList());
	}

	void close(Contact contact) {
		this.register.remove(new ContactId(contact.id().value()));
	}

	private String name(String user) {
		return this.register.nameOf(user);
	}

}
