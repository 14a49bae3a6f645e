/*
 * Copyright Camunda Services GmbH and/or licensed to Camunda Services GmbH
 * under one or more contributor license agreements. See the NOTICE file
 * distributed with this work for additional information regarding copyright
 * ownership. Camunda licenses this file to you under the Apache License,
 * Version 2.0; you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

// Cockpit's own actions that the secretariat may not do, by plugin point and id. It may repeat failed jobs.
const LEFT_OUT = [
  'cockpit.processDefinition.runtime.action:update-suspension-state-action',
  'cockpit.processDefinition.runtime.action:bulk-job-definition-override-job-priority-action',
  'cockpit.jobDefinition.action:job-definition-override-job-priority-action',
  'cockpit.jobDefinition.action:update-suspension-state',
  'cockpit.processInstance.runtime.action:cancel-process-instance-action',
  'cockpit.processInstance.runtime.action:add-variable-action',
  'cockpit.processInstance.runtime.action:update-suspension-state-action',
  'cockpit.repository.deployment.action:delete-deployment'
];
document.querySelector('base').setAttribute('cam-exclude-plugins', LEFT_OUT.join(','));

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Stocktake'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  // relative to app/cockpit/: our own scripts, which every application loads
  customScripts: ['../../../stocktake/words', '../../../stocktake/session', '../../../stocktake/desk', '../../../stocktake/cockpit/dashboard', '../../../stocktake/cockpit/mail-plan', '../../../stocktake/cockpit/initiative-page', '../../../stocktake/cockpit/cycle-page', '../../../stocktake/cockpit/names', '../../../stocktake/cockpit/steps'],
  disableWelcomeMessage: true,
  // what people typed is never shown as HTML
  previewHtml: false
};
