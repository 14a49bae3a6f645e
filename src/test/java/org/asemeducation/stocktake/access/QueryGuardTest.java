package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The expression tried here is harmless; that it is refused shows that none is evaluated
 * which is not known to the letter.
 */
@RunningStocktake
class QueryGuardTest {

	private static final String EXPRESSION = "${dateTime().minusYears(9)}";

	@Autowired
	private People people;

	@Autowired
	private FilterService filters;

	@Autowired
	private TaskService tasks;

	@Autowired
	private Clock clock;

	@Autowired
	private Grants grants;

	private Party mine;

	private Visitor coordinator;

	@BeforeEach
	void aCoordinatorWithATask() {
		this.mine = this.people.party();
		this.coordinator = this.people.signedIn(this.people.coordinator(this.mine));
		this.people.task(this.mine);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"createdAfterExpression\":\"%s\"}",
			"{\"orQueries\":[{\"createdAfterExpression\":\"%s\"}]}" })
	void adHocQueryEvaluatesNothing(String query) {
		// when
		HttpResponse<String> answer = this.coordinator.engine("POST", "/task", query.formatted(EXPRESSION));

		// then
		assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
	}

	@Test
	void addressEvaluatesNothing() {
		// when
		HttpResponse<String> answer = this.coordinator.engine("GET",
				"/task?createdAfterExpression=%24%7BdateTime%28%29.minusYears%289%29%7D", "");

		// then
		assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
	}

	@Test
	void storedQueryEvaluatesNothing() {
		// given
		String filter = filter(this.tasks.createTaskQuery().taskCreatedAfterExpression(EXPRESSION));

		// when
		HttpResponse<String> answer = this.coordinator.engine("GET", "/filter/" + filter + "/list", "");

		// then
		assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"createdAfterExpression\":\"%s\"}",
			"{\"orQueries\":[{\"createdAfterExpression\":\"%s\"}]}" })
	void extendingQueryEvaluatesNothing(String query) {
		// given
		String filter = filter(this.tasks.createTaskQuery());

		// when
		HttpResponse<String> answer = this.coordinator.engine("POST", "/filter/" + filter + "/list",
				query.formatted(EXPRESSION));

		// then
		assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
	}

	@Test
	void coordinatorStoresNoQuery() {
		// when
		HttpResponse<String> answer = this.coordinator.engine("POST", "/filter/create",
				"{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{}}");

		// then
		assertThat(answer.statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "My updates", "Returned to me", "Due soon", "Overdue" })
	void listsOfTheCoordinatorStillWork(String name) {
		// given
		Filter filter = this.filters.createTaskFilterQuery().filterName(name).singleResult();

		// when
		HttpResponse<String> answer = this.coordinator.engine("POST",
				"/filter/" + filter.getId() + "/list?firstResult=0&maxResults=15",
				"{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}");

		// then
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
	}

	@Test
	void listsShowTheOwnPartysTasksAtTheirTime() {
		// given
		String late = due(this.people.task(this.mine), -1);
		String soon = due(this.people.task(this.mine), 6);
		String far = due(this.people.task(this.mine), 8);
		String others = due(this.people.task(this.people.party()), -1);

		// then
		assertThat(list("Overdue")).contains(late).doesNotContain(soon, far, others);
		assertThat(list("Due soon")).contains(soon).doesNotContain(late, far, others);
	}

	private String due(String task, int days) {
		this.tasks.setDueDate(task, Date.from(this.clock.instant().plus(Duration.ofDays(days))));
		return task;
	}

	private String list(String name) {
		Filter filter = this.filters.createTaskFilterQuery().filterName(name).singleResult();
		return this.coordinator.engine("POST", "/filter/" + filter.getId() + "/list", "{}").body();
	}

	private String filter(TaskQuery query) {
		Filter filter = this.filters.saveFilter(this.filters.newTaskFilter("test").setQuery(query));
		this.grants.allow(this.mine.groupId(), Resources.FILTER, filter.getId(), Permissions.READ);
		return filter.getId();
	}

}
