import 'i18next';
import type account from '../../locales/en/account.json';
import type admin from '../../locales/en/admin.json';
import type approvals from '../../locales/en/approvals.json';
import type auth from '../../locales/en/auth.json';
import type briefs from '../../locales/en/briefs.json';
import type common from '../../locales/en/common.json';
import type gallery from '../../locales/en/gallery.json';
import type inbox from '../../locales/en/inbox.json';
import type leadership from '../../locales/en/leadership.json';
import type recommendations from '../../locales/en/recommendations.json';
import type submissions from '../../locales/en/submissions.json';
import type tasks from '../../locales/en/tasks.json';
import type workflows from '../../locales/en/workflows.json';

/** A key that no catalogue has does not compile. A new file under locales/en gets its line here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      account: typeof account;
      admin: typeof admin;
      approvals: typeof approvals;
      auth: typeof auth;
      briefs: typeof briefs;
      common: typeof common;
      gallery: typeof gallery;
      inbox: typeof inbox;
      leadership: typeof leadership;
      recommendations: typeof recommendations;
      submissions: typeof submissions;
      tasks: typeof tasks;
      workflows: typeof workflows;
    };
  }
}
