/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-field.h"

G_BEGIN_DECLS

/* The enums of the model. In every one 0 is "none"; the tables name the values from 1 on. */

typedef enum {
  QH_MEETING_MODE_UNSET,
  QH_MEETING_MODE_ON_SITE,
  QH_MEETING_MODE_PHONE,
  QH_MEETING_MODE_VIDEO,
} QhMeetingMode;

extern const QhEnumValue qh_meeting_mode_values[];

typedef enum {
  QH_MEETING_STATUS_UNSET,
  QH_MEETING_STATUS_DRAFT,
  QH_MEETING_STATUS_SUBMITTED,
  QH_MEETING_STATUS_APPROVED,
  QH_MEETING_STATUS_HELD,
  QH_MEETING_STATUS_DEBRIEFED,
  QH_MEETING_STATUS_CANCELLED,
} QhMeetingStatus;

extern const QhEnumValue qh_meeting_status_values[];

typedef enum {
  QH_OUTPUT_REACHED_UNSET,
  QH_OUTPUT_REACHED_YES,
  QH_OUTPUT_REACHED_PARTLY,
  QH_OUTPUT_REACHED_NO,
} QhOutputReached;

extern const QhEnumValue qh_output_reached_values[];

typedef enum {
  QH_MEETING_RESULT_UNSET,
  QH_MEETING_RESULT_ADVANCE,
  QH_MEETING_RESULT_CONTINUATION,
  QH_MEETING_RESULT_NO_SALE,
  QH_MEETING_RESULT_ORDER,
} QhMeetingResult;

extern const QhEnumValue qh_meeting_result_values[];

typedef enum {
  QH_CONTACT_ROLE_UNSET,
  QH_CONTACT_ROLE_DECIDES,
  QH_CONTACT_ROLE_ADVISES,
  QH_CONTACT_ROLE_USES,
  QH_CONTACT_ROLE_GUARDS,
  QH_CONTACT_ROLE_OTHER,
} QhContactRole;

extern const QhEnumValue qh_contact_role_values[];

typedef enum {
  QH_REMARK_THEME_UNSET,
  QH_REMARK_THEME_ACCESS,
  QH_REMARK_THEME_TIME,
  QH_REMARK_THEME_RELEVANCE,
  QH_REMARK_THEME_CHANNEL,
  QH_REMARK_THEME_ORDERING,
  QH_REMARK_THEME_QUALITY,
  QH_REMARK_THEME_BILLING,
  QH_REMARK_THEME_SERVICE,
  QH_REMARK_THEME_OTHER,
} QhRemarkTheme;

extern const QhEnumValue qh_remark_theme_values[];

typedef enum {
  QH_REMARK_SORT_UNSET,
  QH_REMARK_SORT_RULE,
  QH_REMARK_SORT_DISLIKE,
  QH_REMARK_SORT_WISH,
  QH_REMARK_SORT_GOAL,
  QH_REMARK_SORT_THRESHOLD,
  QH_REMARK_SORT_FACT,
} QhRemarkSort;

extern const QhEnumValue qh_remark_sort_values[];

typedef enum {
  QH_SEGMENT_KIND_UNSET,
  QH_SEGMENT_KIND_OPEN,
  QH_SEGMENT_KIND_EDUCATE,
  QH_SEGMENT_KIND_IMPROVE,
  QH_SEGMENT_KIND_ESCAPE,
  QH_SEGMENT_KIND_AESTHETICS,
  QH_SEGMENT_KIND_CLOSE,
  QH_SEGMENT_KIND_HOUSEKEEPING,
} QhSegmentKind;

extern const QhEnumValue qh_segment_kind_values[];

typedef enum {
  QH_LEAVE_BEHIND_UNSET,
  QH_LEAVE_BEHIND_NONE,
  QH_LEAVE_BEHIND_PRINT,
  QH_LEAVE_BEHIND_FILE,
  QH_LEAVE_BEHIND_OBJECT,
} QhLeaveBehind;

extern const QhEnumValue qh_leave_behind_values[];

typedef enum {
  QH_CONTENT_KIND_UNSET,
  QH_CONTENT_KIND_TRAINING,
  QH_CONTENT_KIND_BENCHMARK,
  QH_CONTENT_KIND_INSIGHT,
  QH_CONTENT_KIND_TOOL,
  QH_CONTENT_KIND_SAMPLE,
  QH_CONTENT_KIND_EVENT,
  QH_CONTENT_KIND_OTHER,
} QhContentKind;

extern const QhEnumValue qh_content_kind_values[];

typedef enum {
  QH_MODALITY_UNSET,
  QH_MODALITY_EDUCATE,
  QH_MODALITY_IMPROVE,
  QH_MODALITY_ESCAPE,
  QH_MODALITY_AESTHETICS,
} QhModality;

extern const QhEnumValue qh_modality_values[];

typedef enum {
  QH_RARITY_UNSET,
  QH_RARITY_OURS_ALONE,
  QH_RARITY_FEW,
  QH_RARITY_COMMON,
} QhRarity;

extern const QhEnumValue qh_rarity_values[];

typedef enum {
  QH_MOVEMENT_KIND_UNSET,
  QH_MOVEMENT_KIND_RESERVE,
  QH_MOVEMENT_KIND_DELIVER,
  QH_MOVEMENT_KIND_RELEASE,
  QH_MOVEMENT_KIND_RETURN,
  QH_MOVEMENT_KIND_ADJUST,
  QH_MOVEMENT_KIND_TRANSFER_OUT,
  QH_MOVEMENT_KIND_TRANSFER_IN,
} QhMovementKind;

extern const QhEnumValue qh_movement_kind_values[];

typedef enum {
  QH_TOUCHPOINT_UNSET,
  QH_TOUCHPOINT_PHONE,
  QH_TOUCHPOINT_MAIL,
  QH_TOUCHPOINT_WEBSITE,
  QH_TOUCHPOINT_ORDERING,
  QH_TOUCHPOINT_VISIT,
  QH_TOUCHPOINT_DELIVERY,
  QH_TOUCHPOINT_BILLING,
  QH_TOUCHPOINT_PRODUCT,
  QH_TOUCHPOINT_SUPPORT,
  QH_TOUCHPOINT_CONTRACT,
  QH_TOUCHPOINT_MEETING,
  QH_TOUCHPOINT_OTHER,
} QhTouchpoint;

extern const QhEnumValue qh_touchpoint_values[];

typedef enum {
  QH_FRICTION_STATUS_UNSET,
  QH_FRICTION_STATUS_OPEN,
  QH_FRICTION_STATUS_FIXING,
  QH_FRICTION_STATUS_REMOVED,
  QH_FRICTION_STATUS_ACCEPTED,
} QhFrictionStatus;

extern const QhEnumValue qh_friction_status_values[];

typedef enum {
  QH_FRICTION_CAUSE_UNSET,
  QH_FRICTION_CAUSE_TRAINING,
  QH_FRICTION_CAUSE_AUTHORITY,
  QH_FRICTION_CAUSE_CAPACITY,
  QH_FRICTION_CAUSE_PROCESS,
  QH_FRICTION_CAUSE_PRODUCT,
  QH_FRICTION_CAUSE_INFORMATION,
  QH_FRICTION_CAUSE_OWN,
} QhFrictionCause;

extern const QhEnumValue qh_friction_cause_values[];

typedef enum {
  QH_CONTACT_CHANNEL_UNSET,
  QH_CONTACT_CHANNEL_PHONE,
  QH_CONTACT_CHANNEL_MAIL,
  QH_CONTACT_CHANNEL_CHAT,
  QH_CONTACT_CHANNEL_VISIT,
  QH_CONTACT_CHANNEL_WEBSITE,
  QH_CONTACT_CHANNEL_SOCIAL,
} QhContactChannel;

extern const QhEnumValue qh_contact_channel_values[];

typedef enum {
  QH_SOLVED_UNSET,
  QH_SOLVED_YES,
  QH_SOLVED_NO,
} QhSolved;

extern const QhEnumValue qh_solved_values[];

typedef enum {
  QH_PROMISE_MAKER_UNSET,
  QH_PROMISE_MAKER_MARKETING,
  QH_PROMISE_MAKER_SALES,
  QH_PROMISE_MAKER_SUPPORT,
  QH_PROMISE_MAKER_PRODUCT,
  QH_PROMISE_MAKER_MANAGEMENT,
} QhPromiseMaker;

extern const QhEnumValue qh_promise_maker_values[];

typedef enum {
  QH_PROMISE_STATUS_UNSET,
  QH_PROMISE_STATUS_OPEN,
  QH_PROMISE_STATUS_KEPT,
  QH_PROMISE_STATUS_BROKEN,
  QH_PROMISE_STATUS_WITHDRAWN,
} QhPromiseStatus;

extern const QhEnumValue qh_promise_status_values[];

typedef enum {
  QH_HOUSEKEEPING_TARGET_UNSET,
  QH_HOUSEKEEPING_TARGET_PORTAL,
  QH_HOUSEKEEPING_TARGET_MAIL,
  QH_HOUSEKEEPING_TARGET_ASSISTANT,
  QH_HOUSEKEEPING_TARGET_COLLEAGUE,
  QH_HOUSEKEEPING_TARGET_NOBODY,
} QhHousekeepingTarget;

extern const QhEnumValue qh_housekeeping_target_values[];

typedef enum {
  QH_HOUSEKEEPING_STATUS_UNSET,
  QH_HOUSEKEEPING_STATUS_IN_MEETINGS,
  QH_HOUSEKEEPING_STATUS_MOVING,
  QH_HOUSEKEEPING_STATUS_MOVED,
} QhHousekeepingStatus;

extern const QhEnumValue qh_housekeeping_status_values[];

typedef enum {
  QH_REVIEW_DECISION_UNSET,
  QH_REVIEW_DECISION_APPROVED,
  QH_REVIEW_DECISION_CHANGES_WANTED,
  QH_REVIEW_DECISION_DECLINED,
} QhReviewDecision;

extern const QhEnumValue qh_review_decision_values[];

typedef enum {
  QH_EDITION_UNSET,
  QH_EDITION_FULL,
  QH_EDITION_MANAGER,
  QH_EDITION_CLIENT,
} QhEdition;

extern const QhEnumValue qh_edition_values[];

typedef enum {
  QH_RECEIVED_STATE_UNSET,
  QH_RECEIVED_STATE_WAITING,
  QH_RECEIVED_STATE_REVIEWED,
  QH_RECEIVED_STATE_ASIDE,
} QhReceivedState;

extern const QhEnumValue qh_received_state_values[];

typedef enum {
  QH_TRANSFER_DIRECTION_UNSET,
  QH_TRANSFER_DIRECTION_SENT,
  QH_TRANSFER_DIRECTION_RECEIVED,
} QhTransferDirection;

extern const QhEnumValue qh_transfer_direction_values[];

typedef enum {
  QH_TRANSFER_STATE_UNSET,
  QH_TRANSFER_STATE_OPEN,
  QH_TRANSFER_STATE_RECALLED,
  QH_TRANSFER_STATE_RECEIVED,
  QH_TRANSFER_STATE_TAKEN_BACK,
  QH_TRANSFER_STATE_REFUSED,
} QhTransferState;

extern const QhEnumValue qh_transfer_state_values[];

typedef enum {
  QH_VERDICT_UNSET,
  QH_VERDICT_DO,
  QH_VERDICT_NOT,
  QH_VERDICT_LATER,
} QhVerdict;

extern const QhEnumValue qh_verdict_values[];

G_END_DECLS
