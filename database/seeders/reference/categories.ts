/** A category, by name, and what is below it. */
export interface ReferenceCategory {
  name: string
  description?: string
  children?: (string | ReferenceCategory)[]
}

export const CATEGORIES: ReferenceCategory[] = [
  {
    name: 'Photography',
    description: 'Pictures of people, places and products.',
    children: [
      { name: 'Wedding Photography', children: ['Engagement Shoots', 'Wedding Albums'] },
      { name: 'Portrait Photography', children: ['Family Portraits', 'Business Headshots'] },
      'Event Photography',
      'Product Photography',
      'Food Photography',
      'Real Estate Photography',
      'Photo Editing',
    ],
  },
  {
    name: 'Video',
    description: 'Filming, from a wedding to a commercial.',
    children: [
      'Wedding Films',
      'Commercials',
      'Music Videos',
      'Drone Footage',
      'Live Streaming',
      { name: 'Video Editing', children: ['Short-form Editing', 'Subtitles'] },
    ],
  },
  {
    name: 'Content Creation',
    description: 'Creators who make and post content for brands.',
    children: [
      'Sponsored Posts',
      'Short Videos',
      'Product Reviews',
      'User-generated Content',
      'Podcasts',
      'Copywriting',
    ],
  },
  {
    name: 'Music',
    description: 'Live music and everything around it.',
    children: [
      'DJs',
      { name: 'Live Bands', children: ['Jazz Bands', 'Cover Bands'] },
      'Singers',
      'String Ensembles',
      'Music Lessons',
      'Sound and Light',
    ],
  },
  {
    name: 'Catering',
    description: 'Food and drink for guests.',
    children: ['Buffets', 'Private Chefs', 'Food Trucks', 'Cakes and Desserts', 'Mobile Bars'],
  },
  {
    name: 'Venues',
    description: 'Rooms, halls and gardens to rent.',
    children: ['Wedding Venues', 'Meeting Rooms', 'Studios', 'Rooftops and Gardens'],
  },
  {
    name: 'Event Planning',
    description: 'People who plan the day and make it look good.',
    children: ['Wedding Planning', 'Corporate Events', 'Florists', 'Decoration'],
  },
  {
    name: 'Beauty',
    description: 'Hair, make-up and care, also at your place.',
    children: ['Make-up Artists', 'Hair Stylists', 'Nail Care', 'Massage'],
  },
  {
    name: 'Home Services',
    description: 'Help in house and garden.',
    children: ['Cleaning', 'Moving', 'Painting', 'Gardening', 'Handyman'],
  },
  {
    name: 'Coaching',
    description: 'One to one, for body, mind and career.',
    children: ['Personal Training', 'Yoga', 'Career Coaching', 'Language Lessons'],
  },
  {
    name: 'Design',
    description: 'From a logo to a living room.',
    children: ['Logo and Branding', 'Web Design', 'Illustration', 'Interior Design'],
  },
]
